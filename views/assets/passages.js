// @ts-check  Keys of the passage list: j and k walk, Enter opens, x chooses, f fixes, i ignores. All of it is on the page.
import { areOn, isWriting } from "./shortcut-list.js"

customElements.define(
  "passage-list",
  class extends HTMLElement {
    connectedCallback() {
      document.addEventListener("keydown", (event) => this.key(event))
    }

    /** @param {KeyboardEvent} event */
    key(event) {
      if (!areOn || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isWriting(event.target))
        return
      const rows = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("tbody tr")])
      const at = rows.findIndex((row) => row.contains(document.activeElement))
      const row = rows[at]
      if (event.key === "j" || event.key === "k") {
        const next = rows[at < 0 ? 0 : at + (event.key === "j" ? 1 : -1)]
        event.preventDefault()
        next?.querySelector("a")?.focus()
      } else if (event.key === "x") row?.querySelector("input")?.click()
      else if (event.key === "f")
        /** @type {HTMLElement | null} */ (row?.querySelector("form[action$='/fix'] button"))?.click()
      else if (event.key === "i") {
        const details = row?.querySelector("details")
        if (!details) return
        event.preventDefault()
        details.open = true
        details.querySelector("input:not([type=hidden])")?.focus()
      }
    }
  },
)
