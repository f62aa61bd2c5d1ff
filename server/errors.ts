// The one place where a request goes wrong. A Problem is told in the reader's language, on the form it came from where
// there is one; anything else is our mistake: logged under an id, and the page says sorry.
import type { ErrorRequestHandler, NextFunction, Request, RequestHandler } from "express"
import { Problem, type ProblemCode } from "../src/errors.ts"
import { render, shown, type Answer } from "./page.ts"

/** Nothing answered. */
export const notFound: RequestHandler = (request) => {
  throw new Problem("page/unknown", { path: request.path })
}

export const onError = (async (error: unknown, request: Request, response: Answer, next: NextFunction) => {
  if (response.headersSent) return next(error)
  const problem = asProblem(error)
  response.set("Cache-Control", "no-store")
  response.vary("Accept")
  if (problem) await refuse(problem, request, response)
  else sorry(error, request, response)
}) as unknown as ErrorRequestHandler

async function refuse(problem: Problem, request: Request, response: Answer): Promise<void> {
  const { words, again, here, log, requestId } = response.locals
  const told = shown(problem, words)
  response.status(problem.status)
  log.warn({ request: requestId, code: problem.code, data: problem.data }, "refused")
  if (!request.accepts("html")) {
    response.json({ error: { code: problem.code, message: told.sentence, data: problem.data, ...problem.place } })
  } else if (problem.code === "session/required") {
    render(response, "sign-in", {
      email: "",
      next: request.method === "GET" ? here : "/",
      problem: null,
      isAsked: true,
    })
  } else if (again) render(response, again.view, { ...(await again.data()), problem: told })
  else render(response, "error", { problem: told })
}

function sorry(error: unknown, request: Request, response: Answer): void {
  const { log, requestId } = response.locals
  log.error({ request: requestId, err: error, method: request.method, path: request.path }, "unexpected")
  response.status(500)
  if (request.accepts("html")) render(response, "error", { problem: null, requestId })
  else response.json({ error: { code: "unexpected", request: requestId } })
}

/** What Express and its parsers refuse is the sender's mistake, not ours. */
function asProblem(error: unknown): Problem | null {
  if (error instanceof Problem) return error
  const status = (error as { status?: unknown } | null)?.status
  if (typeof status !== "number" || status < 400 || status >= 500) return null
  const code: ProblemCode = status === 413 ? "input/too-large" : status === 404 ? "page/unknown" : "input/invalid"
  return new Problem(code, { field: "form" }, {}, { cause: error })
}
