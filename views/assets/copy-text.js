// @ts-check  A button that copies the field beside it. Without script the field can be selected by hand.

customElements.define(
  "copy-text",
  class extends HTMLElement {
    connectedCallback() {
      const field = this.querySelector("input")
      const button = this.querySelector("button")
      const told = /** @type {HTMLElement | null} */ (this.querySelector("[role=status]"))
      if (!field || !button || !told) return
      field.addEventListener("focus", () => field.select())
      button.hidden = !navigator.clipboard
      button.addEventListener("click", () => {
        navigator.clipboard.writeText(field.value).then(
          () => (told.hidden = false),
          () => field.select(),
        )
      })
    }
  },
)
