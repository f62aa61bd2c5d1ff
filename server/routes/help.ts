// How the work goes, and the keys that make it quick; on the same place of every page.
import { render } from "../page.ts"
import { get, type Ask, type Route } from "./route.ts"

export const helpRoutes: readonly Route[] = [get("/help", "anybody", show)]

/** Keys of the whole workbench and of the editor, as views/assets/ listens to them. */
const keys = [
  {
    place: "everywhere",
    rows: [
      ["?", "help"],
      ["g d", "dashboard"],
      ["g i", "import"],
      ["g p", "passages"],
      ["g b", "bundles"],
      ["g a", "activity"],
    ],
  },
  {
    place: "editor",
    rows: [
      ["Ctrl+Enter", "save"],
      ["Ctrl+Shift+Enter", "save-next"],
      ["Alt+↑ / Alt+↓", "move"],
      ["Ctrl+Shift+C", "copy-source"],
      ["Alt+F", "next-finding"],
      ["Alt+Shift+F", "apply-fix"],
      ["Esc", "leave"],
    ],
  },
] as const

function show({ response }: Ask): void {
  render(response, "help", { keys })
}
