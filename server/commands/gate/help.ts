// What `besh check --help` says; README.md tells the same with examples.
export const help = `Usage: besh check [FILE…] [--lang TAG] [--format text|json|sarif|github] [--fail-on error|warning|never]

Finds passages in another language: whole sentences, single words, English glued to native words, look-alike letters,
Turkish words in Azerbaijani; and punctuation, duplicates and joints that machine translation leaves behind.
A FILE is Markdown, HTML, plain text or i18next JSON; a folder, which is searched for them; a pattern in quotes with
** (any folders), *, ?, {a,b}; or "-" for standard input. node_modules and dot folders are passed over.

  --lang TAG        language the documents should be in; found out for each when absent
  --brand NAME      a name that is not to be translated; may be repeated
  --off CHECK       a check, or a kind of finding, that is not wanted; may be repeated
  --format          text (default), json, sarif (2.1.0), github (annotations)
  --fail-on         worst finding that is still fine: exit 1 at error (default), warning, or never
  --quiet           text: only what fails, no summary, nothing when all is well
  --stdin-name FILE what standard input is called: for its format and its language

  --config FILE     settings; besh.config.json from here upward when absent
  --no-config       no settings
  --baseline FILE   findings that are known: no news, and they fail nothing
  --update-baseline write what is found to the baseline, and say what was added

  --fix             show certain repairs as a diff by words; nothing is written
  --fix --write     make them, check again, report what is left
  --fix-confidence  how sure a repair must be to be certain, 0–1 (0.9)

besh.config.json, every part optional, patterns relative to its folder, flags count before it:

  {
    "files": ["docs", "locales/*.json"],        what to check when no FILE is named
    "ignore": ["docs/archive/**", "*.draft.md"],
    "languages": ["docs/{lang}/**", "**/*.{lang}.md"],
                                                or { "docs/old/**": "tk", "locales/{lang}.json": "{lang}" }; the first that fits
    "brands": ["Saparnama"],
    "checks": { "punctuation": false },         a check or a kind of finding
    "severities": { "calque": "error" },
    "overrides": [                              the same for some paths or languages; later ones count before earlier
      { "languages": ["az"], "paths": ["docs/legal/**"], "checks": { "doublet": false } }
    ],
    "failOn": "warning",
    "baseline": "besh.baseline.json",
    "fixConfidence": 0.95
  }

Exit codes: 0 fine, 1 findings at or above --fail-on, 2 wrong usage or settings, or a file that could not be read.`
