// XLIFF 1.2, 2.0, 2.1 and 2.2: reading, writing, checking, bundles.
export { bundleFiles, stem, type BundledFile, type BundleFile, type BundleInput } from "./bundle.ts"
export { checkXliff } from "./check.ts"
export { openXliff, type OpenXliff } from "./lossless.ts"
export type { Violation, Warning, XliffDocument, XliffFile, XliffSummary, XliffUnit } from "./document.ts"
export { namespaces, xliffVersions, type XliffVersion } from "./names.ts"
export { readXliff, readXliffStream, xliffReader, type ReadOptions, type XliffReader } from "./read.ts"
export { writeXliff, xliffPieces, type ExportFile, type ExportUnit, type WriteOptions } from "./write.ts"
export { xmlLimits, type XmlLimits } from "./xml.ts"
