// The web application, without a port: headers, assets, who asks, in which language, is it our own form, then the
// route table, then whatever went wrong.
import { join } from "node:path"
import compression from "compression"
import ejs from "ejs"
import express, { type Express, type NextFunction, type Request, type RequestHandler } from "express"
import type { i18n } from "i18next"
import { LanguageDetector } from "i18next-http-middleware"
import { Problem } from "../src/errors.ts"
import { loadAssets } from "./assets.ts"
import { notFound, onError } from "./errors.ts"
import { interfaceLanguages, wordsOf } from "./i18n.ts"
import { nobody, type House } from "./journeys/house.ts"
import { can } from "./journeys/rights.ts"
import { openMetrics } from "./metrics.ts"
import { field, type Answer, type Locals } from "./page.ts"
import { root } from "./root.ts"
import { rail, routes } from "./routes/index.ts"
import type { Route } from "./routes/route.ts"
import { headers, sameOrigin, spend } from "./security.ts"
import { whoAsks } from "./session.ts"

export interface AppOptions {
  readonly catalogues: i18n
  /** Served over https (by a proxy): cookies and headers say so. */
  readonly isSecure?: boolean
  /** Proxies in front whose X-Forwarded-For is believed. */
  readonly proxies?: number
  /** Answers /metrics. */
  readonly metrics?: boolean
  /** false: templates are read again at every request, for whoever writes them. */
  readonly cacheViews?: boolean
}

/** @throws nothing at once; every request ends in one of its routes or in errors.ts */
export function createApp(house: House, options: AppOptions): Express {
  const { catalogues, isSecure = false, proxies = 0, cacheViews = true } = options
  const metrics = options.metrics ? openMetrics() : null
  const assets = loadAssets()
  const app = express()
  app.disable("x-powered-by")
  app.set("trust proxy", proxies)
  app.set("query parser", "simple")
  app.set("views", join(root, "views"))
  app.set("view engine", "ejs")
  app.engine("ejs", ejs.renderFile as Parameters<Express["engine"]>[1])
  if (cacheViews) app.enable("view cache")

  app.use(begin(house, isSecure, assets.path))
  app.use(headers(isSecure))
  app.use(compression())
  app.use(assets.serve)
  app.get("/healthz", healthz(house))
  if (metrics) app.get("/metrics", metrics.show)
  if (metrics) app.use(metrics.measure)
  app.use(speak(catalogues)) // once before anything can go wrong, …
  app.use(whoAsks(house))
  app.use(speak(catalogues)) // … and again when we know whose language it is
  app.use(sameOrigin)
  app.use(express.urlencoded({ extended: false, limit: "2mb", parameterLimit: 5_000 }))
  for (const route of routes) app[route.method](route.path, mayEnter(house, route), answer(house, route))
  app.use(notFound)
  app.use(onError)
  return app
}

function begin(house: House, isSecure: boolean, asset: Locals["asset"]): RequestHandler {
  return ((request: Request, response: Answer, next: NextFunction) => {
    Object.assign(response.locals, {
      cookies: {},
      person: null,
      session: null,
      actor: nobody,
      isSecure,
      asset,
      rail,
      here: request.originalUrl,
      requestId: house.randomId(),
      log: house.log,
    } satisfies Partial<Locals>)
    response.set("X-Request-Id", response.locals.requestId)
    const began = performance.now()
    response.once("finish", () => {
      // The route, not the address: addresses of one-time links are secrets.
      const route = (request.route as { path?: string } | undefined)?.path ?? "none"
      const ms = Math.round(performance.now() - began)
      house.log.info(
        { request: response.locals.requestId, method: request.method, route, status: response.statusCode, ms },
        "answered",
      )
    })
    next()
  }) as unknown as RequestHandler
}

/** The language of the page: `?lang=`, the person's own, the cookie, what the browser asks for, English. */
function speak(catalogues: i18n): RequestHandler {
  const detector = new LanguageDetector(
    catalogues.services,
    { order: ["querystring", "cookie", "header"], lookupQuerystring: "lang", lookupCookie: "besh-language" },
    { fallbackLng: ["en"] },
  ) as unknown as { detect(request: Request, response: Answer, order?: readonly string[]): string }
  const spoken = new Map(interfaceLanguages.map((language) => [language as string, wordsOf(catalogues, language)]))
  const english = wordsOf(catalogues, "en")
  return ((request: Request, response: Answer, next: NextFunction) => {
    const { person } = response.locals
    const asked = field(request.query, "lang")
    const found = spoken.has(asked) ? asked : (person?.locale ?? detector.detect(request, response))
    response.locals.words = spoken.get(found.split("-")[0] ?? "") ?? english
    response.set("Content-Language", response.locals.words.language)
    next()
  }) as unknown as RequestHandler
}

function mayEnter(house: House, { needs, limit }: Route): RequestHandler {
  return (async (request: Request, response: Answer, next: NextFunction) => {
    const { actor, person } = response.locals
    if (needs !== "anybody") {
      if (!person) throw new Problem("session/required")
      if (needs !== "somebody" && !can(actor, needs)) throw new Problem("session/forbidden", { action: needs })
    }
    if (limit) await spend(house, limit, request, response)
    next()
  }) as unknown as RequestHandler
}

/** Pages are about people's work: no cache keeps them unless a route says so. */
function answer(house: House, route: Route): RequestHandler {
  return (async (request: Request, response: Answer) => {
    response.set("Cache-Control", "no-store")
    await route.handler({ request, response, house })
  }) as unknown as RequestHandler
}

function healthz(house: House): RequestHandler {
  return async (_request, response) => {
    try {
      await house.storage.ping()
      response.json({ status: "ok" })
    } catch (error) {
      house.log.error({ err: error }, "the database does not answer")
      response.status(503).json({ status: "database" })
    }
  }
}
