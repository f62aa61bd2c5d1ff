// @ts-check  Menus are <details>: they open by themselves; here they also close, by Escape, by choosing another, by a click elsewhere.

/** @param {Element | null} but */
function closeAll(but) {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (menu !== but) /** @type {HTMLDetailsElement} */ (menu).open = false
  }
}

document.addEventListener("click", (event) => {
  closeAll(event.target instanceof Element ? event.target.closest("details.menu") : null)
})

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return
  const open = /** @type {HTMLElement | null} */ (document.querySelector("details.menu[open]"))
  closeAll(null)
  open?.querySelector("summary")?.focus()
})
