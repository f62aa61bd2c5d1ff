// @ts-check  Saves one unit without leaving the page, keeps what is typed until the server has it, and knows the keys.
// Without it the same forms post and the page reloads.
import { mirror } from "./editor-mirror.js"
import { areOn } from "./shortcut-list.js"

const guard = /** @type {HTMLElement | null} */ (document.querySelector("[data-guard]"))

/** What is typed and not yet saved, by unit; survives a crash of the browser. Storage may be forbidden. */
const drafts = {
  /** @param {string} unit @returns {{ text: string, revision: string } | null} */
  read(unit) {
    try {
      return JSON.parse(localStorage.getItem(`besh-draft:${unit}`) ?? "null")
    } catch {
      return null
    }
  },
  /** @param {string} unit @param {{ text: string, revision: string } | null} draft */
  write(unit, draft) {
    try {
      if (draft) localStorage.setItem(`besh-draft:${unit}`, JSON.stringify(draft))
      else localStorage.removeItem(`besh-draft:${unit}`)
    } catch {
      // The page itself still asks before it is left.
    }
  },
}

class UnitEditor extends HTMLElement {
  connectedCallback() {
    this.addEventListener("submit", (event) => {
      event.preventDefault()
      const form = /** @type {HTMLFormElement} */ (event.target)
      if (!form.classList.contains("write") && this.isDirty) return this.ask()
      this.send(form, /** @type {HTMLElement | null} */ (event.submitter)).catch(() => this.fail())
    })
    this.addEventListener("input", () => this.typed())
    this.addEventListener("click", (event) => this.click(event))
    this.addEventListener("keydown", (event) => this.key(event))
    this.wake()
  }

  get unit() {
    return this.dataset.unit ?? ""
  }

  get area() {
    return /** @type {HTMLTextAreaElement | null} */ (this.querySelector("textarea[name=target]"))
  }

  get revision() {
    return /** @type {HTMLInputElement | null} */ (this.querySelector(".write [name=revision]"))?.value ?? ""
  }

  /** What the server has. */
  get saved() {
    return this.area ? (this.area.dataset.saved ?? this.area.defaultValue) : ""
  }

  get isDirty() {
    return this.area !== null && this.area.value !== this.saved
  }

  /** After the page or a fragment has landed. */
  wake() {
    const box = /** @type {HTMLElement | null} */ (this.querySelector(".box"))
    if (box) mirror(box)
    const letters = /** @type {HTMLElement | null} */ (this.querySelector(".letters"))
    if (letters) letters.hidden = false
    const draft = drafts.read(this.unit)
    const offer = /** @type {HTMLElement | null} */ (this.querySelector("[data-restore]"))
    if (draft && this.area && draft.text === this.saved) drafts.write(this.unit, null)
    else if (draft && offer && draft.text !== this.area?.value) offer.hidden = false
    this.tell()
  }

  /** @param {HTMLFormElement} form @param {HTMLElement | null} submitter */
  async send(form, submitter) {
    if (this.ariaBusy === "true") return
    this.ariaBusy = "true"
    const hadFocus = this.contains(document.activeElement)
    const isSave = form.classList.contains("write")
    const sent = this.area?.value
    try {
      const answer = await fetch(form.action, {
        method: "post",
        body: new URLSearchParams(/** @type {any} */ (new FormData(form, submitter))),
        headers: { accept: "text/html; fragment=unit" },
      })
      if (!answer.headers.has("x-fragment")) throw new Error(`${answer.status} from ${form.action}`)
      // Somebody who types on while the answer travels keeps what they typed.
      const typedOn = isSave && this.area && this.area.value !== sent ? this.area.value : null
      this.innerHTML = await answer.text() // the server rendered and escaped it: the saved unit, or the comparison
      if (answer.ok && isSave && typedOn === null) drafts.write(this.unit, null)
      if (typedOn !== null && this.area) this.area.value = typedOn
      this.wake()
      const next = answer.headers.get("x-next")
      if (answer.ok && next) go(next)
      else if (hadFocus) (this.area ?? /** @type {HTMLElement | null} */ (this.querySelector("a, button")))?.focus()
    } finally {
      this.ariaBusy = "false"
    }
  }

  fail() {
    const told = /** @type {HTMLElement | null} */ (this.querySelector("[data-failed]"))
    if (told) told.hidden = false
  }

  /** A fix or a decision would reload the unit under text that is not saved: the guard says so instead. */
  ask() {
    this.area?.focus()
    tellGuard(true)
  }

  typed() {
    if (!this.area) return
    drafts.write(this.unit, this.isDirty ? { text: this.area.value, revision: this.revision } : null)
    const offer = /** @type {HTMLElement | null} */ (this.querySelector("[data-restore]"))
    if (offer) offer.hidden = true
    this.tell()
  }

  tell() {
    const copy = /** @type {HTMLElement | null} */ (this.querySelector("[data-copy]"))
    if (copy) copy.hidden = this.area?.value !== ""
    this.toggleAttribute("data-dirty", this.isDirty)
    tellGuard()
  }

  /** @param {MouseEvent} event */
  click(event) {
    const target = /** @type {HTMLElement | null} */ (
      event.target instanceof Element ? event.target.closest("button, a") : null
    )
    if (!target) return
    const { insert, suggestion } = target.dataset
    if (insert !== undefined) this.insert(insert)
    else if (suggestion !== undefined && this.area) {
      event.preventDefault()
      this.replace(suggestion)
    } else if ("copy" in target.dataset) this.replace(this.area?.dataset.source ?? "")
    else if ("takeDraft" in target.dataset) this.replace(drafts.read(this.unit)?.text ?? this.saved)
    else if ("dropDraft" in target.dataset || "drop" in target.dataset) {
      drafts.write(this.unit, null)
      if ("drop" in target.dataset && this.area) this.area.value = this.saved
      this.typed()
    }
  }

  /** @param {string} text */
  insert(text) {
    const area = this.area
    if (!area) return
    area.focus()
    // The one way that keeps the browser's own undo.
    if (!document.execCommand("insertText", false, text))
      area.setRangeText(text, area.selectionStart, area.selectionEnd, "end")
    area.dispatchEvent(new Event("input", { bubbles: true }))
  }

  /** @param {string} text */
  replace(text) {
    this.area?.focus()
    this.area?.select()
    this.insert(text)
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const { key, ctrlKey, metaKey, shiftKey } = event
    if (event.isComposing) return
    if (key === "Enter" && (ctrlKey || metaKey)) {
      const button = /** @type {HTMLElement | null} */ (
        this.querySelector(`.write [name=go][value=${shiftKey ? "next" : "stay"}]`)
      )
      const form = /** @type {HTMLFormElement | null} */ (this.querySelector("form.write"))
      event.preventDefault()
      if (button instanceof HTMLButtonElement) form?.requestSubmit(button)
      else form?.requestSubmit()
    } else if (areOn && ctrlKey && shiftKey && key.toLowerCase() === "c" && this.area) {
      event.preventDefault()
      this.replace(this.area.dataset.source ?? "")
    } else if (key === "Escape" && event.target === this.area) this.area.blur()
  }
}

customElements.define("unit-editor", UnitEditor)

/** @returns {UnitEditor[]} */
function units() {
  return /** @type {UnitEditor[]} */ ([...document.querySelectorAll("unit-editor")])
}

function tellGuard(isAsked = false) {
  if (guard) guard.hidden = !units().some(({ isDirty }) => isDirty)
  if (isAsked) guard?.scrollIntoView({ block: "nearest" })
}

/** @param {string} address a unit here, or one on another page */
function go(address) {
  const to = new URL(address, location.href)
  const here = /** @type {UnitEditor | null} */ (document.getElementById(to.hash.slice(1)))
  if (!here) return location.assign(to)
  history.replaceState(null, "", to.hash)
  enter(here)
}

/** @param {UnitEditor | undefined} unit */
function enter(unit) {
  if (!unit) return
  unit.scrollIntoView({ block: "center" })
  ;(unit.area ?? /** @type {HTMLElement | null} */ (unit.querySelector("a")))?.focus({ preventScroll: true })
}

// The list beside the editor opens where we are.
const place = /** @type {HTMLElement | null} */ (document.querySelector(".neighbours [aria-current]"))
if (place?.offsetParent) place.closest("nav")?.scrollTo({ top: place.offsetTop - 60 })

addEventListener("beforeunload", (event) => {
  if (units().some(({ isDirty }) => isDirty)) event.preventDefault()
})

// Alt+Up and Alt+Down go from unit to unit, in either direction of writing.
document.addEventListener("keydown", (event) => {
  if (!areOn || !event.altKey || event.ctrlKey || !/^Arrow(Up|Down)$/.test(event.key)) return
  event.preventDefault()
  const all = units()
  const at = all.findIndex((unit) => unit.contains(document.activeElement))
  const step = event.key === "ArrowUp" ? -1 : 1
  enter(all[at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step])
})

// An address that names a unit opens it ready to write.
if (location.hash.startsWith("#u-")) enter(units().find(({ id }) => id === location.hash.slice(1)))
