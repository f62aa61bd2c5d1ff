// @ts-check  Adds up what the bundle would carry while it is being chosen.

customElements.define(
  "bundle-form",
  class extends HTMLElement {
    connectedCallback() {
      this.addEventListener("change", () => this.sum())
      const shown = /** @type {HTMLElement | null} */ (this.querySelector("[data-sum]"))
      if (shown) shown.hidden = false
      this.sum()
    }

    sum() {
      const form = this.querySelector("form")
      if (!form) return
      const chosen = new FormData(form)
      const which = chosen.get("units") === "unresolved" ? "unresolved" : "all"
      let units = 0
      let words = 0
      for (const cell of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-policy]"))) {
        const { policy = "", to = "" } = cell.dataset
        const isChosen = chosen.getAll("policy").includes(policy) && chosen.getAll("to").includes(to)
        cell.closest("td")?.toggleAttribute("data-chosen", isChosen)
        if (!isChosen) continue
        const [some = 0, many = 0] = (cell.dataset[which] ?? "").split(" ").map(Number)
        units += some
        words += many
      }
      this.show("[data-none]", units === 0)
      this.show("[data-some]", units > 0)
      this.show("[data-least]", which === "unresolved")
      this.show("[data-most]", chosen.get("units") === "changed")
      const format = new Intl.NumberFormat(document.documentElement.lang)
      for (const [name, count] of /** @type {const} */ ([
        ["[data-units]", units],
        ["[data-words]", words],
      ])) {
        const shown = this.querySelector(name)
        if (shown) shown.textContent = format.format(count)
      }
    }

    /** @param {string} name @param {boolean} isShown */
    show(name, isShown) {
      const found = /** @type {HTMLElement | null} */ (this.querySelector(name))
      if (found) found.hidden = !isShown
    }
  },
)
