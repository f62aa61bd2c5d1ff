// @ts-check  Says that a long answer is on its way, and keeps the same form from being sent twice.

document.addEventListener("submit", (event) => {
  const form = event.target
  if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.dataset.busy === undefined) return
  if (form.ariaBusy === "true") return event.preventDefault()
  form.ariaBusy = "true"
  const told = /** @type {HTMLElement | null} */ (form.querySelector(".busy > span"))
  if (told) told.hidden = false
})

// Coming back with the browser's arrow finds the form as it was left.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[aria-busy]")) {
    form.ariaBusy = "false"
    const told = /** @type {HTMLElement | null} */ (form.querySelector(".busy > span"))
    if (told) told.hidden = true
  }
})
