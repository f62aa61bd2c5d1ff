// A route: a method, a path, who may, and what answers. The table in index.ts is made of these.
import type { Request } from "express"
import type { House } from "../journeys/house.ts"
import type { Action } from "../journeys/rights.ts"
import type { Answer } from "../page.ts"
import type { Limit } from "../security.ts"

export interface Ask {
  readonly request: Request
  readonly response: Answer
  readonly house: House
}

export type Handler = (ask: Ask) => Promise<void> | void

export interface Route {
  readonly method: "get" | "post"
  readonly path: string
  /**
   * "anybody" also without signing in, "somebody" whoever is signed in, else the right it takes in some project or
   * language; which one exactly is the journey's to judge.
   */
  readonly needs: Action | "anybody" | "somebody"
  readonly handler: Handler
  readonly limit?: Limit
}

export function get(path: string, needs: Route["needs"], handler: Handler, limit?: Limit): Route {
  return { method: "get", path, needs, handler, ...(limit ? { limit } : {}) }
}

export function post(path: string, needs: Route["needs"], handler: Handler, limit?: Limit): Route {
  return { method: "post", path, needs, handler, ...(limit ? { limit } : {}) }
}

/** A named part of the path. */
export function part({ request }: Ask, name: string): string {
  const value = request.params[name]
  return typeof value === "string" ? value : ""
}
