// besh status: where every policy stands, language by language.
import { states } from "../../src/model/bitext.ts"
import { local } from "../journeys/house.ts"
import { listPolicies, showPolicy } from "../journeys/list-policies.ts"
import { houseHelp, houseOptions, type Command } from "./command.ts"
import { withHouse } from "./with-house.ts"

export const status: Command = {
  name: "status",
  summary: "units, states, open findings and words, per policy and language",
  help: `Usage: besh status [--policy P] [--format text|json]

Units by state, open findings and words of every policy and language.

${houseHelp}`,
  options: { ...houseOptions, policy: { type: "string" }, format: { type: "string" } },
  async run(input, terminal) {
    const format = input.choice("format", ["text", "json"])
    return withHouse(input, terminal, async (house) => {
      const policy = input.text("policy")
      const policies = policy ? [await showPolicy(house, { policy }, local)] : await listPolicies(house, {}, local)
      if (format === "json") terminal.out(JSON.stringify({ version: 1, policies }, null, 2))
      else if (policies.length === 0) terminal.out("No policies yet. besh add --policy NAME FILE… puts one in.")
      else {
        for (const each of policies) {
          terminal.out(each.name)
          for (const { language, isSource, units, findings, words } of each.languages) {
            const counts = states.map((state) => `${units[state]} ${state}`).join(", ")
            const open = findings.error + findings.warning + findings.info
            terminal.out(
              `  ${language}${isSource ? "*" : " "}  ${units.total} units: ${counts}; ${open} open findings; ${words.translated} of ${words.total} words`,
            )
          }
        }
      }
      return 0
    })
  },
}
