// @ts-check  Shows how far an import is without reloading. Without it the page comes again every few seconds by itself.

const pause = 1000

customElements.define(
  "import-progress",
  class extends HTMLElement {
    connectedCallback() {
      this.timer = setTimeout(() => void this.look(), pause)
    }

    disconnectedCallback() {
      clearTimeout(this.timer)
    }

    async look() {
      try {
        const answer = await fetch(this.dataset.source ?? "", { headers: { accept: "text/html; fragment=progress" } })
        // No fragment: it has ended, and the page knows how.
        if (!answer.headers.has("x-fragment")) return location.reload()
        this.innerHTML = await answer.text()
      } catch {
        // The network will be back; the page says what it knew last.
      }
      this.timer = setTimeout(() => void this.look(), pause)
    }
  },
)
