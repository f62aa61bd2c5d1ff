// How a page is answered: what every view is handed, short messages that survive a redirect, and forms that come back
// with their problem. Views get values ready to show; they look nothing up.
import type { Response } from "express"
import { Problem } from "../src/errors.ts"
import { directionOf } from "../src/language/index.ts"
import type { Actor } from "./journeys/house.ts"
import { can, type Action, type Where } from "./journeys/rights.ts"
import type { Person } from "./journeys/sign-in.ts"
import { interfaceLanguages, type Values, type Words } from "./i18n.ts"
import { localPath, url } from "./url.ts"

/** What the frame knows about a request before its route runs; on `response.locals`. */
export interface Locals {
  words: Words
  actor: Actor
  /** null when nobody is signed in. */
  person: Person | null
  /** The secret in the cookie of whoever is signed in. */
  session: string | null
  nonce: string
  cookies: Readonly<Record<string, string | undefined>>
  /** May cookies travel over https only? */
  isSecure: boolean
  /** Address of an asset, its name carrying what it holds, so that it may be kept for ever. */
  asset: (name: string) => string
  /** Pages of the left rail that exist. */
  rail: readonly RailEntry[]
  /** Path and query of the page that is asked for. */
  here: string
  requestId: string
  log: { warn(data: object, message: string): void; error(data: object, message: string): void }
  /** The form to show again when the request is refused. */
  again?: { readonly view: string; readonly data: () => Data | Promise<Data> }
}

export interface RailEntry {
  readonly href: string
  /** Locale key. */
  readonly name: string
  /** Symbol in assets/icons.svg. */
  readonly icon: string
  readonly needs: Action
}

export type Answer = Response<unknown, Locals & Record<string, unknown>>
export type Data = Readonly<Record<string, unknown>>

/** Shows a view with everything a view may use (views/README.md lists it). */
export function render(response: Answer, view: string, data: Data = {}): void {
  response.render(view, { ...common(response), ...data })
}

function common(response: Answer): Data {
  const { words, actor, person, nonce, asset, cookies, rail, here } = response.locals
  const path = here.split("?")[0] ?? here
  return {
    t: words.t,
    has: words.has,
    lang: words.language,
    dir: words.direction,
    dirOf: directionOf,
    number: words.number,
    percent: words.percent,
    date: words.date,
    time: words.time,
    endonym: words.endonym,
    languageName: words.languageName,
    user: person,
    can: (action: Action, where?: Where) => can(actor, action, where),
    url,
    asset,
    nonce,
    here,
    flash: takeFlash(response),
    theme: cookies["besh-theme"] === "dark" || cookies["besh-theme"] === "light" ? cookies["besh-theme"] : "auto",
    shortcuts: cookies["besh-shortcuts"] !== "off",
    interfaceLanguages,
    rail: rail
      .filter(({ needs }) => can(actor, needs))
      .map((entry) => ({
        ...entry,
        isHere: entry.href === url.home ? path === url.home : path.startsWith(entry.href),
      })),
    problem: null,
  }
}

/** After a form was carried out: go and look (303), so that reloading does not do it again. */
export function goTo(response: Answer, path: string): void {
  response.redirect(303, localPath(path))
}

/** If this request is refused, show this form again with what was typed. */
export function again(response: Answer, view: string, data: Data | (() => Data | Promise<Data>) = {}): void {
  response.locals.again = { view, data: typeof data === "function" ? data : () => data }
}

/** A message for the next page: a key of locales and its values. */
export function flash(response: Answer, key: `flash.${string}`, values: Values = {}): void {
  const text = Buffer.from(JSON.stringify({ key, values })).toString("base64url")
  response.cookie("besh-flash", text, cookieOf(response, 60))
}

function takeFlash(response: Answer): string | null {
  const text = response.locals.cookies["besh-flash"]
  if (!text) return null
  response.clearCookie("besh-flash", { path: "/" })
  try {
    const { key, values } = JSON.parse(Buffer.from(text, "base64url").toString("utf8")) as {
      key: unknown
      values: Values
    }
    const { words } = response.locals
    return typeof key === "string" && key.startsWith("flash.") && words.has(key) ? words.t(key, values) : null
  } catch {
    return null // somebody else's cookie
  }
}

/** Settings of a cookie that only this site reads. */
export function cookieOf(response: Answer, seconds: number) {
  const { isSecure } = response.locals
  return { httpOnly: true, sameSite: "lax", secure: isSecure, path: "/", maxAge: seconds * 1000 } as const
}

/** A problem as a page shows it: a sentence, and the form field it is about. */
export interface ShownProblem {
  readonly code: string
  readonly sentence: string
  readonly field: string | null
  readonly status: number
}

export function shown(problem: Problem, words: Words): ShownProblem {
  const { code, data, status, place } = problem
  const field = typeof data["field"] === "string" ? data["field"] : null
  return { code, sentence: sentenceOf(words, code, { ...place, ...data }), field, status }
}

/** The sentence of a problem's code; for a field there may be one of its own. */
export function sentenceOf(words: Words, code: string, data: Values): string {
  const own = `errors.${code}.${String(data["field"] ?? "").replace(/-\w+$/, "")}` // language-3 is a language
  const key = words.has(own) ? own : `errors.${code}`
  return words.has(key) ? words.t(key, data) : words.t("errors.unknown", { code })
}

/** Text of a form field: trimmed, "" when absent. The first one when there are several. */
export function field(form: unknown, name: string): string {
  const value = typeof form === "object" && form !== null ? (form as Record<string, unknown>)[name] : undefined
  const first: unknown = Array.isArray(value) ? value[0] : value
  return typeof first === "string" ? first.trim() : ""
}

/** @throws Problem "input/invalid" when the field is empty */
export function required(form: unknown, name: string): string {
  const value = field(form, name)
  if (value === "") throw new Problem("input/invalid", { field: name })
  return value
}

/** A field that is one of a few words. @throws Problem "input/invalid" */
export function choice<T extends string>(form: unknown, name: string, choices: readonly T[]): T {
  const value = choices.find((each) => each === field(form, name))
  if (value === undefined) throw new Problem("input/invalid", { field: name })
  return value
}
