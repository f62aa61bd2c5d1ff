// @ts-check  The list of a screen's keys: "?" opens it here instead of the help page, and so does its button.

const dialog = /** @type {HTMLDialogElement | null} */ (document.getElementById("shortcuts"))
const button = /** @type {HTMLElement | null} */ (document.querySelector("[data-open=shortcuts]"))

export const areOn = document.documentElement.dataset.shortcuts !== "off"

/** @param {EventTarget | null} target */
export function isWriting(target) {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName) || isTextField(target))
  )
}

/** @param {HTMLElement} target */
function isTextField(target) {
  return target instanceof HTMLInputElement && !/^(checkbox|radio|button|submit)$/.test(target.type)
}

if (dialog && button) {
  button.hidden = false
  button.addEventListener("click", () => dialog.showModal())
  // Before the keys of every page, which would leave for the help page.
  document.addEventListener(
    "keydown",
    (event) => {
      if (!areOn || event.key !== "?" || event.ctrlKey || event.altKey || event.metaKey || isWriting(event.target))
        return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (!dialog.open) dialog.showModal()
    },
    { capture: true },
  )
}
