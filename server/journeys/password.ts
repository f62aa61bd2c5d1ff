// Passwords and one-time secrets. scrypt with its parameters stored beside the hash, so that they can rise later; at most
// two at a time, because one takes 64 MiB and a third of a second, and sign-in must not be a way to stop the house.
import { createHash, randomBytes, scrypt, timingSafeEqual } from "node:crypto"

// OWASP 2026: N=2^16, r=8, p=2 (STACK measurements: 67 MB, about 0.4 s quiet).
const cost = { N: 2 ** 16, r: 8, p: 2 }
const keyLength = 32
const atATime = 2

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, cost)
  return ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64url"), key.toString("base64url")].join("$")
}

/** Takes as long for people who do not exist (hash null) as for those who do. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const [scheme, N, r, p, salt = "", expected = ""] = (hash ?? (await decoy())).split("$")
  if (scheme !== "scrypt") throw new Error(`Unknown password scheme ${scheme}`)
  const key = await derive(password, Buffer.from(salt, "base64url"), { N: Number(N), r: Number(r), p: Number(p) })
  const wanted = Buffer.from(expected, "base64url")
  return timingSafeEqual(key, wanted) && hash !== null
}

/** 256 random bits for a cookie or a link. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url")
}

/** What is kept of a secret. */
export function secretHash(secret: string): string {
  return createHash("sha256").update(secret).digest("hex")
}

let decoyHash: Promise<string> | undefined
function decoy(): Promise<string> {
  decoyHash ??= hashPassword(newSecret())
  return decoyHash
}

let running = 0
const waiting: (() => void)[] = []

async function derive(password: string, salt: Buffer, { N, r, p }: typeof cost): Promise<Buffer> {
  if (running >= atATime) await new Promise<void>((resolve) => waiting.push(resolve))
  running++
  try {
    return await new Promise((resolve, reject) => {
      const options = { N, r, p, maxmem: 256 * N * r }
      scrypt(password.normalize("NFKC"), salt, keyLength, options, (error, key) => {
        if (error) reject(error)
        else resolve(key)
      })
    })
  } finally {
    running--
    waiting.shift()?.()
  }
}
