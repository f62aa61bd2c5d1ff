// Writing a file so that a reader, or a crash, sees the old bytes or the new ones and nothing between.
import { open, realpath, rename, rm, stat } from "node:fs/promises"
import { basename, dirname, join } from "node:path"
import { Problem } from "../../../src/errors.ts"

/**
 * Written beside and renamed, with the mode of the file that was there. A link is followed.
 *
 * @throws Problem "output/unwritable"
 */
export async function writeSafely(path: string, bytes: Uint8Array): Promise<void> {
  const target = await realpath(path).catch(() => path)
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}.besh`)
  try {
    const mode = await stat(target).then(
      (each) => each.mode & 0o777,
      () => undefined,
    )
    const file = await open(beside, "wx")
    try {
      if (mode !== undefined) await file.chmod(mode)
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, target)
  } catch (error) {
    await rm(beside, { force: true })
    throw new Problem("output/unwritable", { name: path, reason: (error as NodeJS.ErrnoException).code ?? "" })
  }
}
