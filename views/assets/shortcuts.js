// @ts-check  "g" and a letter go places, "?" shows the keys. Off in the profile (WCAG 2.1.4), silent while somebody writes.

const places = /** @type {Record<string, string>} */ ({
  d: "/",
  i: "/import/documents",
  p: "/passages",
  b: "/bundles",
  a: "/activity",
})
let wentAt = -Infinity

document.addEventListener("keydown", (event) => {
  if (document.documentElement.dataset.shortcuts === "off") return
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return
  const target = /** @type {HTMLElement} */ (event.target)
  if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return
  if (event.key === "?") location.assign("/help")
  else if (event.key === "g") wentAt = event.timeStamp
  else if (event.timeStamp - wentAt < 1500 && Object.hasOwn(places, event.key)) {
    // Only where this person's rail leads.
    const link = document.querySelector(`.rail a[href="${places[event.key]}"]`)
    if (link instanceof HTMLAnchorElement) link.click()
  }
})
