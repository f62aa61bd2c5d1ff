// Who is asking: a cookie with a random secret, of which the database keeps only the hash.
import type { NextFunction, Request, RequestHandler } from "express"
import { parseCookie } from "cookie"
import { nobody, type House } from "./journeys/house.ts"
import { actorOf, type SignedIn } from "./journeys/sign-in.ts"
import { cookieOf, type Answer } from "./page.ts"

/** With https the browser itself makes sure that no other host can set it. */
const cookieName = (response: Answer): string => (response.locals.isSecure ? "__Host-besh" : "besh-session")

/** Reads the cookies and finds the person who holds the session. */
export function whoAsks(house: House): RequestHandler {
  return (async (request: Request, response: Answer, next: NextFunction) => {
    response.locals.cookies = parseCookie(request.headers.cookie ?? "")
    const session = response.locals.cookies[cookieName(response)] ?? null
    const found = session === null ? null : await actorOf(house, { session })
    response.locals.session = found ? session : null
    response.locals.actor = found?.actor ?? nobody
    response.locals.person = found?.person ?? null
    next()
  }) as unknown as RequestHandler
}

export function begin(response: Answer, { session, expiresAt }: SignedIn, now: Date): void {
  const seconds = Math.max(0, Math.floor((Date.parse(expiresAt) - now.getTime()) / 1000))
  response.cookie(cookieName(response), session, cookieOf(response, seconds))
}

export function end(response: Answer): void {
  response.clearCookie(cookieName(response), { path: "/", secure: response.locals.isSecure })
}
