// The register of commands. Loaded one at a time: `besh check` does not wait for a database driver.
import type { Command } from "./command.ts"

export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import("./serve.ts")).serve,
  check: async () => (await import("./check.ts")).check,
  align: async () => (await import("./align.ts")).align,
  identify: async () => (await import("./identify.ts")).identify,
  add: async () => (await import("./add.ts")).add,
  status: async () => (await import("./status.ts")).status,
  export: async () => (await import("./export.ts")).exportCommand,
  import: async () => (await import("./import.ts")).importCommand,
  locales: async () => (await import("./locales.ts")).locales,
  terms: async () => (await import("./terms.ts")).terms,
  deliver: async () => (await import("./deliver.ts")).deliver,
  user: async () => (await import("./user.ts")).user,
}

/** What `besh --help` prints; kept here so that help loads no command. */
export const overview = `besh: a translation and localization workbench for policy documents
in Uyghur, Kyrgyz, Turkmen, Azerbaijani and English.

Usage: besh COMMAND [options]

  Without a workbench
    check FILE…       find untranslated and mixed-language passages
    align FILE FILE…  link the sections and sentences of documents in different languages
    identify [FILE]   say which language a text, or each of its lines, is in

  In the workbench
    serve             start it in the browser
    add               put the documents of a policy into it, and align them
    status            units, states, open findings and words, per policy and language
    export            XLIFF for translators: 1.2, 2.0, 2.1 or 2.2
    import            completed XLIFF: show what would change, and apply it
    deliver           translated documents in the format of their source
    terms             the termbase as TBX, CSV or JSON; a project's own terms from TBX
    locales           i18next catalogues as XLIFF, and back
    user              add, list and invite people

besh COMMAND --help says more. Exit codes: 0 fine, 1 findings, 2 wrong usage or refused input.`
