// What stands between the network and the routes: headers, requests from other sites, and too many requests.
import { randomBytes } from "node:crypto"
import type { NextFunction, Request, RequestHandler } from "express"
import helmet from "helmet"
import { Problem } from "../src/errors.ts"
import type { House } from "./journeys/house.ts"
import type { Answer } from "./page.ts"

/** Scripts run only with this request's nonce; nothing inline, nothing from elsewhere, no frames around us. */
export function headers(isSecure: boolean): RequestHandler[] {
  const nonce = (_request: Request, response: Answer, next: NextFunction) => {
    response.locals.nonce = randomBytes(16).toString("base64")
    next()
  }
  const policy = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'none'"],
        "script-src": [(_request, response) => `'nonce-${(response as Answer).locals.nonce}'`, "'strict-dynamic'"],
        "style-src": ["'self'"],
        "font-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        ...(isSecure ? { "upgrade-insecure-requests": [] } : {}),
      },
    },
    strictTransportSecurity: isSecure,
    // "no-referrer" would also empty the Origin header of our own forms.
    referrerPolicy: { policy: "same-origin" },
  })
  return [nonce as RequestHandler, policy as RequestHandler]
}

const safe = new Set(["GET", "HEAD", "OPTIONS"])

/**
 * Refuses unsafe requests that do not come from our own pages (Fetch Metadata, as OWASP and Go's standard library do;
 * browsers too old for it send Origin). No token is needed in any form.
 *
 * @throws Problem "session/origin"
 */
export function sameOrigin(request: Request, _response: unknown, next: NextFunction): void {
  if (safe.has(request.method)) return next()
  const site = request.get("sec-fetch-site")
  const origin = request.get("origin")
  const isOwn =
    site === undefined
      ? origin !== undefined && hostOf(origin) === request.get("host")
      : site === "same-origin" || site === "none"
  if (!isOwn) throw new Problem("session/origin", { origin: origin ?? site ?? "" })
  next()
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}

/** How often one person (or one address, before signing in) may do something heavy. Counted in the database, for all processes. */
export const limits = {
  "sign-in": { times: 30, minutes: 15 },
  upload: { times: 120, minutes: 60 },
  download: { times: 240, minutes: 60 },
} as const satisfies Record<string, { times: number; minutes: number }>
export type Limit = keyof typeof limits

/** @throws Problem "session/rate" */
export async function spend(house: House, limit: Limit, request: Request, response: Answer): Promise<void> {
  const { times, minutes } = limits[limit]
  const who = response.locals.actor.id ?? `at ${request.ip ?? "?"}`
  const now = house.now()
  const ends = new Date(now.getTime() + minutes * 60_000)
  const { points, expiresAt } = await house.storage.rates.use(`${limit} ${who}`, now.toISOString(), ends.toISOString())
  if (points <= times) return
  const seconds = Math.max(1, Math.ceil((Date.parse(expiresAt) - now.getTime()) / 1000))
  response.set("Retry-After", String(seconds))
  throw new Problem("session/rate", { seconds })
}
