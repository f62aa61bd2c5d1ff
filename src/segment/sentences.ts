// Sentences. The rules of UAX #29 as far as policies need them, and what it misses: a full stop glued to the next
// sentence (`söz.Söz`), which machine translation leaves behind everywhere. Abbreviations, initials, list numbers,
// URLs, e-mails and file names do not end a sentence. Linear in the text.

/** Abbreviations that are no sentence ends, without their last full stop, lower case, all languages together. */
const abbreviations = new Set(
  (
    "ж.б т.б ж.а б.а м.а ж т д к.з ш.м ө.ү обл көч ул им проф акад млн млрд тг руб г гг стр рис тел " +
    "ş.m we ş.m s.k ý.b h.b m.b s.b köç tel b.e.ö və s və b və d s səh küç ş.ə m.ə " +
    "vb vs vd yy sok cad no tel dr av prof st mr mrs ms jr sr inc ltd co corp e.g i.e etc vs cf al art sec par fig vol ed eds approx dept est nr " +
    "ت.خ ب.ئ ق.س"
  ).split(" "),
)

const ending =
  /([.!?؟۔…。！？]+)(["'”’»)\]]*)([\t\f\v\r \u00a0\u200e\u200f]*\n\s*|[\t\f\v\r \u00a0\u200e\u200f]+)?|(?<![\t\f\v\r ])[\t\f\v\r ]*\n\s*/g

/**
 * The sentences of a plain text, blanks after a sentence included: joined they are the text.
 *
 * @returns [] for "", else at least one sentence; none is empty
 */
export function sentences(text: string): string[] {
  const found: string[] = []
  let from = 0
  ending.lastIndex = 0
  for (let match = ending.exec(text); match; match = ending.exec(text)) {
    const [whole, marks = "", closers = "", blanks] = match
    const end = match.index + whole.length
    if (end >= text.length) break
    const isEnd = marks === "" ? true : isSentenceEnd(text, from, match.index, marks, end, blanks, closers)
    if (!isEnd || text.slice(from, end).trim() === "") continue
    found.push(text.slice(from, end))
    from = end
  }
  if (from < text.length) found.push(text.slice(from))
  return found
}

function isSentenceEnd(
  text: string,
  from: number,
  at: number,
  marks: string,
  end: number,
  blanks: string | undefined,
  closers: string,
): boolean {
  const isStop = marks === "."
  if (blanks === undefined) return isGlued(text, at, marks, end, closers)
  if (blanks.includes("\n")) return true
  const next = firstLetter(text, end)
  if (next !== "" && next === next.toLowerCase() && next !== next.toUpperCase()) return false
  if (!isStop) return !(marks.startsWith("…") || marks.startsWith("...")) || next === next.toUpperCase()
  const word = wordBefore(text, at)
  if (/^\p{Lu}$/u.test(word)) return false // an initial: A. S.
  if (/^\d{1,3}(?:\.\d{1,3})*$/.test(word) && text.slice(from, at).trim() === word) return false // a list number
  return !abbreviations.has(word.toLocaleLowerCase("en"))
}

/** A mark with no blank after it ends a sentence only between two words that could not be one token. */
function isGlued(text: string, at: number, marks: string, end: number, closers: string): boolean {
  const before = text.slice(Math.max(0, at - 2), at)
  const after = text.slice(end, end + 2)
  if (isAddress(text, at)) return false
  if (/[\p{Script=Arabic}]{2}$/u.test(before) && /^[\p{Script=Arabic}]{2}/u.test(after))
    return marks !== "." || !isShort(text, at)
  if (closers === "" && !/[\p{Ll}\p{N})»”]$/u.test(before)) return false
  if (/\d$/.test(before) && marks === "." && !/^\p{Lu}\p{Ll}/u.test(after)) return false
  return /^\p{Lu}(?:\p{Ll}|\s|$)/u.test(after) && !abbreviations.has(wordBefore(text, at).toLowerCase())
}

/** Is the mark inside a URL, e-mail, domain or file name? */
function isAddress(text: string, at: number): boolean {
  const left = /\S*$/.exec(text.slice(Math.max(0, at - 200), at))![0]
  const right = /^\S*/.exec(text.slice(at, at + 60))![0]
  if (/:\/\/|^www\./i.test(left)) return /^[.?!]+[\w/-]/.test(right) && !/^[.?!]+\p{Lu}\p{Ll}+/u.test(right)
  return (
    /@[\w-]*$/.test(left) ||
    /^\.(?:com|org|net|info|gov|edu|md|html?|pdf|js|ts|io|az|kg|tm|uz|kz|tr|ru|cn)\b/i.test(right)
  )
}

function isShort(text: string, at: number): boolean {
  return /(?:^|\s)\p{L}{1,2}$/u.test(text.slice(Math.max(0, at - 4), at))
}

/** The token before a full stop, inner full stops included: "ж.б", "ş.m", "12". */
function wordBefore(text: string, at: number): string {
  return /[\p{L}\p{N}.]*$/u.exec(text.slice(Math.max(0, at - 30), at))![0]
}

function firstLetter(text: string, at: number): string {
  return /^[^\p{L}\p{N}]{0,8}(\p{L})/u.exec(text.slice(at, at + 12))?.[1] ?? ""
}
