// Coming in and going out: sign-in, one-time links that set a password, signing out, and the language of the pages.
import { interfaceLanguages } from "../i18n.ts"
import { showLink, signIn, signOut, useLink } from "../journeys/sign-in.ts"
import { setLocale } from "../journeys/users.ts"
import { again, choice, cookieOf, field, flash, goTo, render } from "../page.ts"
import { begin, end } from "../session.ts"
import { localPath, url } from "../url.ts"
import { get, part, post, type Ask, type Route } from "./route.ts"

export const comingInRoutes: readonly Route[] = [
  get("/sign-in", "anybody", showSignIn),
  post("/sign-in", "anybody", enter),
  get("/link/:secret", "anybody", openLink, "sign-in"),
  post("/link/:secret", "anybody", followLink, "sign-in"),
  post("/sign-out", "anybody", leave),
  post("/language", "anybody", speak),
]

function showSignIn({ request, response }: Ask): void {
  if (response.locals.person) return goTo(response, url.home)
  render(response, "sign-in", { email: "", next: localPath(request.query["next"]), isAsked: false })
}

async function enter({ request, response, house }: Ask): Promise<void> {
  const email = field(request.body, "email")
  const next = localPath(field(request.body, "next"))
  again(response, "sign-in", { email, next, isAsked: false })
  const signedIn = await signIn(house, {
    email,
    password: secretOf(request.body, "password"),
    agent: request.get("user-agent") ?? "",
    address: request.ip ?? "",
  })
  begin(response, signedIn, house.now())
  goTo(response, next)
}

async function openLink(ask: Ask): Promise<void> {
  const secret = part(ask, "secret")
  const link = await showLink(ask.house, { secret })
  render(ask.response, "link", { secret, link, email: link.email, name: link.name })
}

async function followLink(ask: Ask): Promise<void> {
  const { request, response, house } = ask
  const secret = part(ask, "secret")
  const email = field(request.body, "email")
  const name = field(request.body, "name")
  const link = await showLink(house, { secret })
  again(response, "link", { secret, link, email, name })
  const password = secretOf(request.body, "password")
  const signedIn = await useLink(house, { secret, email, name, password, agent: request.get("user-agent") ?? "" })
  begin(response, signedIn, house.now())
  flash(response, "flash.welcome", { name: signedIn.person.name || signedIn.person.email })
  goTo(response, url.home)
}

async function leave({ response, house }: Ask): Promise<void> {
  const { session } = response.locals
  if (session !== null) await signOut(house, { session })
  end(response)
  goTo(response, url.signIn)
}

/** Kept with the person where somebody is signed in, and in this browser either way. */
async function speak({ request, response, house }: Ask): Promise<void> {
  const language = choice(request.body, "language", interfaceLanguages)
  response.cookie("besh-language", language, cookieOf(response, 365 * 24 * 3600))
  if (response.locals.person) await setLocale(house, { locale: language }, response.locals.actor)
  const next = new URL(localPath(field(request.body, "next")), "http://here")
  next.searchParams.delete("lang")
  goTo(response, next.pathname + next.search)
}

/** A password as typed: spaces at its ends belong to it. */
function secretOf(form: unknown, name: string): string {
  const value = (form as Record<string, unknown> | undefined)?.[name]
  return typeof value === "string" ? value : ""
}
