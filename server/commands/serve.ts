// besh serve: the workbench in the browser.
import { houseHelp, type Command } from "./command.ts"

export const serve: Command = {
  name: "serve",
  summary: "start the workbench in the browser",
  help: `Usage: besh serve [--port 3000] [--host 127.0.0.1] [--data DIR] [--database URL]

Starts the workbench. The first start loads the sample policies and prints a one-time sign-in link for the first
administrator; there is no default password.

  --port N          (or BESH_PORT, PORT)
  --host ADDRESS    (or BESH_HOST)
${houseHelp}`,
  options: {
    port: { type: "string" },
    host: { type: "string" },
    data: { type: "string" },
    database: { type: "string" },
  },
  async run(input) {
    const { main } = await import("../main.ts")
    const flags = ["port", "host", "data", "database"].flatMap((name) => {
      const value = input.text(name)
      return value === undefined ? [] : [`--${name}`, value]
    })
    return main(flags)
  },
}
