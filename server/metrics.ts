// Numbers for Prometheus, when BESH_METRICS is on: how long each route takes, and what Node says of itself.
import type { RequestHandler } from "express"
import { collectDefaultMetrics, Histogram, Registry } from "prom-client"

export interface Metrics {
  readonly measure: RequestHandler
  readonly show: RequestHandler
}

export function openMetrics(): Metrics {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const seconds = new Histogram({
    name: "besh_request_seconds",
    help: "Time to answer, in seconds, by route and status",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30],
    registers: [register],
  })
  return {
    measure: (request, response, next) => {
      const done = seconds.startTimer()
      response.once("finish", () => {
        const route = (request.route as { path?: string } | undefined)?.path ?? "none"
        done({ method: request.method, route, status: response.statusCode })
      })
      next()
    },
    show: async (_request, response) => {
      response.type(register.contentType).send(await register.metrics())
    },
  }
}
