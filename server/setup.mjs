// From a fresh clone to a running workbench, or to a tested one, in one command: `npm start`, `npm test`.
// Installs what package-lock.json says when node_modules is older, compiles when a source is newer, then goes on.
// Uses nothing but Node: it runs before anything is installed.
import { spawnSync } from "node:child_process"
import { chmodSync, existsSync, readdirSync, statSync, symlinkSync, writeFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { fileURLToPath } from "node:url"

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..")
const [task = "start", ...rest] = process.argv.slice(2)

if (!isNewer(join(root, "node_modules/.package-lock.json"), [join(root, "package-lock.json")])) install()
if (task === "build" || !isNewer(join(root, "dist/.built"), sources())) build()
if (task === "start") {
  process.argv.splice(2, process.argv.length, ...rest)
  await import("../dist/server/main.js").then(({ main }) => main(rest))
} else if (task === "test") {
  process.exitCode = run(process.execPath, ["--import", "tsx", "test/run.ts", ...rest])
}

function install() {
  process.stderr.write("besh: installing packages (once; a minute or two)…\n")
  const npm = process.env.npm_execpath
  const words = ["ci", "--no-audit", "--no-fund", "--loglevel=error"]
  const status = npm
    ? run(process.execPath, [npm, ...words])
    : run(process.platform === "win32" ? "npm.cmd" : "npm", words)
  if (status !== 0) fail("npm could not install the packages; see its message above.")
}

function build() {
  if (!existsSync(join(root, "node_modules/typescript"))) return // a production install carries dist/ already
  const status = run(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"])
  if (status !== 0) fail("The sources do not compile; see above.")
  writeFileSync(join(root, "dist/.built"), "")
  linkCommand()
}

/** `npx besh` looks into node_modules/.bin first; found there it starts without asking a registry. */
function linkCommand() {
  const link = join(root, "node_modules/.bin/besh")
  if (process.platform === "win32" || existsSync(link)) return
  chmodSync(join(root, "server/besh.mjs"), 0o755)
  symlinkSync("../../server/besh.mjs", link)
}

/** Native packages compile against the headers that came with this Node, where it brought them: no download needed. */
function environment() {
  const prefix = dirname(dirname(process.execPath))
  const hasHeaders = existsSync(join(prefix, "include/node/node_api.h"))
  return { ...process.env, ...(hasHeaders && !process.env.npm_config_nodedir ? { npm_config_nodedir: prefix } : {}) }
}

function run(command, words) {
  return spawnSync(command, words, { cwd: root, stdio: "inherit", env: environment() }).status ?? 1
}

function isNewer(file, others) {
  if (!existsSync(file)) return false
  const time = statSync(file).mtimeMs
  return others.every((other) => !existsSync(other) || statSync(other).mtimeMs <= time)
}

function sources(folders = ["src", "server"]) {
  const own = [join(root, "tsconfig.json"), join(root, "tsconfig.build.json"), join(root, "package-lock.json")]
  const walk = (folder) =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? walk(path) : entry.name.endsWith(".ts") ? [path] : []
    })
  return [...own, ...folders.flatMap((folder) => walk(join(root, folder)))]
}

function fail(message) {
  process.stderr.write(`besh: ${message}\n`)
  process.exit(2)
}
