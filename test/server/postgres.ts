// A real PostgreSQL for the tests: started in a temp folder on a free port, as another user when we are root (it
// refuses root), stopped and removed afterwards. Without its programs there is a reason, not a failure.
import { spawnSync } from "node:child_process"
import { randomBytes } from "node:crypto"
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { createServer, type AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"

export interface RunningPostgres {
  /** postgres://…/postgres; tests make databases of their own beside it. */
  readonly url: string
  stop(): Promise<void>
}

export async function startPostgres(): Promise<RunningPostgres | { readonly reason: string }> {
  const programs = findPrograms()
  if (programs === null) return { reason: "PostgreSQL is not installed (on Debian: apt-get install postgresql)" }
  const owner = process.getuid?.() === 0 ? otherUser() : null
  if (process.getuid?.() === 0 && owner === null)
    return { reason: "PostgreSQL refuses root, and there is no other user" }

  const folder = mkdtempSync(join(tmpdir(), "besh-pg-"))
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const run = (program: string, ...words: string[]) => {
    const command = [join(programs, program), ...words]
    const [first, ...rest] = owner ? ["runuser", "-u", owner.name, "--", ...command] : command
    const { status, stderr, stdout, error } = spawnSync(first!, rest, { cwd: folder, encoding: "utf8" })
    if (status !== 0) throw new Error(`${program}: ${error?.message ?? `${stderr}${stdout}`}`)
  }
  const data = join(folder, "data")
  const port = await freePort()
  const stop = async () => {
    try {
      run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  try {
    run("initdb", "-D", data, "-U", "besh", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
    // No fsync: these databases live as long as the tests. What survives a kill is proved on the real settings elsewhere.
    const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200`
    run("pg_ctl", "-D", data, "-o", settings, "-l", join(folder, "log"), "-w", "-t", "60", "start")
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
  return { url: `postgres://besh@127.0.0.1:${port}/postgres`, stop }
}

/** An empty database on a running server, gone after `drop`. */
export async function freshDatabase(server: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `test_${randomBytes(8).toString("hex")}`
  await administer(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => administer(server, `drop database if exists ${name} with (force)`) }
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** The newest of the installed ones. */
function findPrograms(): string | null {
  const base = "/usr/lib/postgresql"
  const versions = existsSync(base) ? readdirSync(base).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...versions.map((version) => join(base, version, "bin")), ...(process.env["PATH"] ?? "").split(":")]
  return folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "pg_ctl"))) ?? null
}

function otherUser(): { name: string; uid: number; gid: number } | null {
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((flag) =>
      Number.parseInt(spawnSync("id", [flag, name], { encoding: "utf8" }).stdout, 10),
    )
    if (uid !== undefined && gid !== undefined && Number.isInteger(uid) && Number.isInteger(gid))
      return { name, uid, gid }
  }
  return null
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo
      server.close(() => {
        resolve(port)
      })
    })
  })
}
