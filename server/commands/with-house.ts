// Opens the workbench for one command, and closes it whatever happens.
import type { House } from "../journeys/house.ts"
import { openHouse } from "../open-house.ts"
import type { Input, Terminal } from "./command.ts"

export async function withHouse(
  input: Input,
  terminal: Terminal,
  work: (house: House) => Promise<number>,
): Promise<number> {
  const data = input.text("data")
  const database = input.text("database")
  const log = {
    info: () => {},
    warn: (_: object, message: string) => terminal.note(`besh: ${message}`),
    error: (_: object, message: string) => terminal.note(`besh: ${message}`),
  }
  const house = await openHouse(
    { ...(data ? { data } : {}), ...(database ? { database } : {}) },
    { log, isServer: false },
  )
  try {
    return await work(house)
  } finally {
    await house.close()
  }
}
