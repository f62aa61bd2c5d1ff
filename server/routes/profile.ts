// One's own settings: the language of the pages (kept with the person), colours and shortcuts (kept in this browser),
// the password.
import { Problem } from "../../src/errors.ts"
import { interfaceLanguages } from "../i18n.ts"
import { changePassword, setLocale } from "../journeys/users.ts"
import { again, choice, cookieOf, field, flash, goTo, render } from "../page.ts"
import { url } from "../url.ts"
import { get, post, type Ask, type Route } from "./route.ts"

export const profileRoutes: readonly Route[] = [
  get("/profile", "somebody", show),
  post("/profile", "somebody", save),
  post("/profile/password", "somebody", savePassword, "sign-in"),
]

const year = 365 * 24 * 3600

function show({ response }: Ask): void {
  render(response, "profile")
}

async function save({ request, response, house }: Ask): Promise<void> {
  again(response, "profile")
  const language = choice(request.body, "language", interfaceLanguages)
  const theme = choice(request.body, "theme", ["auto", "light", "dark"] as const)
  const shortcuts = field(request.body, "shortcuts") === "" ? "off" : "on"
  await setLocale(house, { locale: language }, response.locals.actor)
  response.cookie("besh-language", language, cookieOf(response, year))
  response.cookie("besh-theme", theme, cookieOf(response, year))
  response.cookie("besh-shortcuts", shortcuts, cookieOf(response, year))
  flash(response, "flash.profile")
  goTo(response, url.profile)
}

async function savePassword({ request, response, house }: Ask): Promise<void> {
  again(response, "profile")
  const form = request.body as Record<string, unknown>
  const [current, password] = [form["current"], form["password"]]
  if (typeof current !== "string" || current === "") throw new Problem("input/invalid", { field: "current" })
  if (typeof password !== "string" || password === "") throw new Problem("input/invalid", { field: "password" })
  await changePassword(house, { current, password }, response.locals.actor)
  flash(response, "flash.password")
  goTo(response, url.profile)
}
