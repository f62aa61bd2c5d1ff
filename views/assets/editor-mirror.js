// @ts-check  Findings underlined in the box itself: the reading above it moves behind it, letter over letter, and
// follows the writing. A finding whose words are gone is no longer underlined.

/** @typedef {{ text: string, severity: string | null }} Stretch */

/** @param {HTMLElement} box holds the box and, where something was found, its reading */
export function mirror(box) {
  const area = /** @type {HTMLTextAreaElement | null} */ (box.querySelector("textarea"))
  const reading = /** @type {HTMLElement | null} */ (box.querySelector(".reading"))
  if (!area) return
  const behind = document.createElement("div")
  behind.className = "behind"
  behind.ariaHidden = "true"
  behind.lang = area.lang
  behind.dir = area.dir
  const found = reading ? stretches(reading).filter(({ severity }) => severity !== null) : []
  reading?.remove()
  box.append(behind)
  box.dataset.mirrored = ""
  const draw = () => behind.replaceChildren(...parts(area.value, found), "\u200b")
  area.addEventListener("input", draw)
  area.addEventListener("scroll", () => (behind.scrollTop = area.scrollTop))
  draw()
}

/**
 * @param {HTMLElement} reading
 * @returns {Stretch[]}
 */
function stretches(reading) {
  return [...reading.childNodes].flatMap((node) => {
    if (!(node instanceof HTMLElement)) return [{ text: node.textContent ?? "", severity: null }]
    if (node.className === "equiv") return []
    return [{ text: node.textContent ?? "", severity: node.tagName === "MARK" ? (node.dataset.severity ?? "") : null }]
  })
}

/**
 * @param {string} text
 * @param {Stretch[]} found in reading order
 */
function parts(text, found) {
  /** @type {(string | HTMLElement)[]} */
  const shown = []
  let at = 0
  for (const { text: words, severity } of found) {
    const start = words === "" ? -1 : text.indexOf(words, at)
    if (start < 0) continue
    const mark = document.createElement("mark")
    mark.dataset.severity = severity ?? ""
    mark.textContent = words
    shown.push(text.slice(at, start), mark)
    at = start + words.length
  }
  return [...shown, text.slice(at)]
}
