// @ts-check  Files may be dropped anywhere on the field, not only on its button.

customElements.define(
  "file-drop",
  class extends HTMLElement {
    connectedCallback() {
      const field = this.querySelector("input")
      if (!field) return
      this.addEventListener("dragover", (event) => {
        event.preventDefault()
        this.dataset.over = ""
      })
      this.addEventListener("dragleave", () => delete this.dataset.over)
      this.addEventListener("drop", (event) => {
        event.preventDefault()
        delete this.dataset.over
        if (event.dataTransfer?.files.length) field.files = event.dataTransfer.files
      })
    }
  },
)
