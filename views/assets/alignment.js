// @ts-check  Keys of the matrix. Everything they do is a link or a button in the cell; they only press it.
import { areOn, isWriting } from "./shortcut-list.js"

customElements.define(
  "alignment-matrix",
  class extends HTMLElement {
    connectedCallback() {
      document.addEventListener("keydown", (event) => this.key(event))
      const row = location.hash.startsWith("#row-") ? document.getElementById(location.hash.slice(1)) : null
      if (row) focusOf(row.cells?.[0] ?? row)?.focus({ preventScroll: true })
    }

    /** @param {KeyboardEvent} event */
    key(event) {
      if (!areOn || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isWriting(event.target))
        return
      if (document.querySelector("dialog[open]")) return
      const cell = /** @type {HTMLElement | null} */ (
        document.activeElement?.closest("alignment-matrix :is(td, th, .tray li)")
      )
      if (event.key.startsWith("Arrow")) return cell && this.move(event, cell)
      if (event.key === "[" || event.key === "]") return this.doubtful(event, cell)
      if (event.key === "z") return this.press(event, document.querySelector("[data-undo] button"))
      if (event.key === "Escape") return this.press(event, document.querySelector("[data-cancel]"))
      if (event.key === "C") return this.press(event, cell?.closest("tr")?.querySelector('[data-key="C"]'))
      // Several sections in one cell: the last one is split off first.
      if (/^[cunmaps]$/.test(event.key))
        this.press(event, [...(cell?.querySelectorAll(`[data-key="${event.key}"]`) ?? [])].pop())
    }

    /** @param {Event} event @param {Element | null | undefined} target */
    press(event, target) {
      if (!(target instanceof HTMLElement)) return
      event.preventDefault()
      target.click()
    }

    /** @param {KeyboardEvent} event @param {HTMLElement} cell */
    move(event, cell) {
      if (!(cell instanceof HTMLTableCellElement)) return
      const row = /** @type {HTMLTableRowElement} */ (cell.parentElement)
      const forward = document.dir === "rtl" ? "ArrowLeft" : "ArrowRight"
      const isAcross = event.key === "ArrowLeft" || event.key === "ArrowRight"
      const next = isAcross
        ? row.cells[cell.cellIndex + (event.key === forward ? 1 : -1)]
        : /** @type {HTMLTableRowElement | null} */ (
            event.key === "ArrowUp" ? row.previousElementSibling : row.nextElementSibling
          )?.cells[cell.cellIndex]
      if (!next) return
      event.preventDefault()
      focusOf(next)?.focus()
    }

    /** @param {KeyboardEvent} event @param {Element | null} cell */
    doubtful(event, cell) {
      const all = [...this.querySelectorAll("[data-doubtful]")]
      const isAfter = (/** @type {Element} */ each) =>
        !cell || (cell.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
      const isBefore = (/** @type {Element} */ each) =>
        !cell || (cell.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_PRECEDING) !== 0
      const found = event.key === "]" ? all.find(isAfter) : all.findLast(isBefore)
      if (!found) return
      event.preventDefault()
      focusOf(found)?.focus()
    }
  },
)

/**
 * What is focused in a cell: its section, else its first button, else the cell itself.
 * @param {Element} cell
 * @returns {HTMLElement | null}
 */
function focusOf(cell) {
  const inside = /** @type {HTMLElement | null} */ (cell.querySelector("a, button"))
  if (inside) return inside
  if (!(cell instanceof HTMLElement)) return null
  cell.tabIndex = -1
  return cell
}
