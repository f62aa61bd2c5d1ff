// Our Markdown scanner against an independent reader of CommonMark and GFM: on ordinary documents both find the same
// headings, paragraphs, list items and cells with the same text.
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import type { Nodes } from "mdast"
import { fromMarkdown } from "mdast-util-from-markdown"
import { frontmatterFromMarkdown } from "mdast-util-frontmatter"
import { gfmFromMarkdown } from "mdast-util-gfm"
import { frontmatter } from "micromark-extension-frontmatter"
import { gfm } from "micromark-extension-gfm"
import { describe, expect, it } from "vitest"
import { plain } from "../../../src/content.ts"
import { readDocument } from "../../../src/formats/index.ts"

const root = resolve(import.meta.dirname, "../../..")
const samples = join(root, "server/samples/saparnama-privacy")
const files = [samples, join(root, "../shared/weebi")].flatMap((folder) =>
  existsSync(folder) ? readdirSync(folder).flatMap((name) => (/^..\.md$/.test(name) ? [join(folder, name)] : [])) : [],
)

const pieces = [
  ["emphasis", "Some *light* and **strong** and ***both*** and ~~gone~~ and snake_case_name and _under_.\n"],
  [
    "links",
    "See [the site](https://example.com/a_(b)) and [ref][x] and ![alt text](a.png).\n\n[x]: https://example.com\n",
  ],
  ["escapes", "Not \\*light\\*, 5 &lt; 6, a &amp; b, `code *x*`, 1\\. not a list.\n"],
  ["lists", "- one\n- two\n  goes on\n  - inner *a*\n- [ ] task\n\n1. first\n2. second\n\n   its paragraph\n"],
  ["quote", "> quoted text\n> goes on\n>\n> second one\n"],
  ["headings", "Title\n=====\n\nSub\n---\n\n### Third ###\n\nText\n"],
  ["table", "| a | b |\n|---|:-:|\n| c \\| d | **e** |\n\nafter\n"],
  ["code", "before\n\n```js\nnot text\n```\n\n    indented code\n\nafter\n"],
  ["breaks", "one  \ntwo\\\nthree\nfour\n"],
  ["rule", "one\n\n***\n\ntwo\n"],
] as const

describe("Markdown", () => {
  it.each([...pieces, ...files.map((path) => [path, readFileSync(path, "utf8")] as const)])("%s", (_, source) => {
    const document = readDocument(new TextEncoder().encode(source), { name: "a.md" })
    const ours = document.blocks.filter(({ kind }) => kind !== "meta").map(({ content }) => spaced(plain(content)))
    expect(ours).toEqual(blocks(source).filter((each) => /[\p{L}\p{N}]/u.test(each)))
  })
})

function blocks(source: string): string[] {
  const tree = fromMarkdown(source, {
    extensions: [gfm(), frontmatter()],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown()],
  })
  const found: string[] = []
  const visit = (node: Nodes): void => {
    if (node.type === "heading" || node.type === "paragraph" || node.type === "tableCell")
      found.push(spaced(text(node)))
    else if ("children" in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return found
}

function text(node: Nodes): string {
  if (node.type === "break") return "\n"
  if (node.type === "image") return node.alt ?? ""
  if ("value" in node) return node.type === "html" ? "" : node.value
  return "children" in node ? node.children.map((child) => text(child)).join("") : ""
}

function spaced(value: string): string {
  return value.replace(/\s+/g, " ").trim()
}
