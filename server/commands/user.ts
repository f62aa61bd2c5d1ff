// besh user: people of the workbench, from the machine it runs on.
import { Problem } from "../../src/errors.ts"
import { local } from "../journeys/house.ts"
import { addUser, createLink, listUsers } from "../journeys/users.ts"
import { roles } from "../storage/types.ts"
import { houseHelp, houseOptions, type Command } from "./command.ts"
import { withHouse } from "./with-house.ts"

export const user: Command = {
  name: "user",
  summary: "add, list and invite people",
  help: `Usage: besh user add EMAIL --role ROLE [--name NAME] [--project P] [--lang TAG]
       besh user list [--format text|json]
       besh user link EMAIL

add makes an account and prints a one-time link to set a password; link prints a new one for somebody who forgot it.
Roles: ${roles.join(", ")}.

${houseHelp}`,
  options: {
    ...houseOptions,
    role: { type: "string" },
    name: { type: "string" },
    project: { type: "string" },
    lang: { type: "string" },
    format: { type: "string" },
  },
  async run(input, terminal) {
    const [task, email] = input.files
    const usage = (detail: string) => new Problem("input/usage", { usage: "besh user add|list|link", detail })
    if (task !== "list" && task !== "add" && task !== "link") throw usage("say add, list or link")
    if (task !== "list" && !email) throw usage("the e-mail address is missing")
    const format = input.choice("format", ["text", "json"])
    return withHouse(input, terminal, async (house) => {
      if (task === "list") {
        const people = await listUsers(house, {}, local)
        if (format === "json") terminal.out(JSON.stringify({ version: 1, users: people }, null, 2))
        else
          for (const each of people)
            terminal.out(
              `${each.email}  ${each.name}  ${each.isAdministrator ? "administrator" : each.memberships.map(({ projectName, language, role }) => `${projectName}${language ? `/${language}` : ""}: ${role}`).join(", ")}${each.isActive ? "" : "  (inactive)"}`,
            )
        return 0
      }
      if (task === "add") {
        const name = input.text("name")
        const project = input.text("project")
        const language = input.text("lang")
        const role = input.choice("role", ["translator", ...roles])
        await addUser(
          house,
          {
            email: email!,
            role,
            ...(name ? { name } : {}),
            ...(project ? { project } : {}),
            ...(language ? { language } : {}),
          },
          local,
        )
      }
      const { secret, expiresAt } = await createLink(house, { email: email! }, local)
      if (format === "json") terminal.out(JSON.stringify({ version: 1, email, path: `/link/${secret}`, expiresAt }))
      else terminal.out(`${email}: open /link/${secret} on the workbench before ${expiresAt}`)
      return 0
    })
  },
}
