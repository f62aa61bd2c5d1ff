// What stands alike in every language: addresses, domains, file names, handles, placeholders. Found by hand around
// their marks and with bounded look-back, because a pattern like [\w.]+@ is quadratic on a long word.
import type { Span } from "../model/document.ts"

const endings = new Set(
  (
    "com org net info biz edu gov mil int io co app dev me tv ai eu uk us de fr es it nl pl ch at se no fi ru su kz kg uz tm tj az tr cn hk tw jp kr in ir sa ae eg ua by am ge " +
    "xyz online site shop store tech cloud page blog news web agency example example test local " +
    "html htm php aspx pdf doc docx txt csv xls xlsx ppt pptx zip rar png jpg jpeg gif svg json xml js ts css exe apk md xlf xliff"
  ).split(" "),
)
const reach = 64

/** Stretches to leave alone, in order, not overlapping. */
export function keepSpans(text: string): Span[] {
  const found: Span[] = []
  let done = 0
  const add = (start: number, end: number) => {
    if (start < done) start = done
    if (end <= start) return
    found.push({ start, end })
    done = end
  }
  for (let at = 0; at < text.length; at++) {
    if (at < done) at = done
    const code = text.charCodeAt(at)
    if (code === 58 /* : */ && text.startsWith("//", at + 1))
      add(back(text, at, isSchemeCode, done), urlEnd(text, at + 3))
    else if (code === 64 /* @ */) add(back(text, at, isLocalCode, done), domainEnd(text, at + 1))
    else if (code === 46 /* . */) {
      if (at >= 3 && isWww(text, at)) add(at - 3, urlEnd(text, at + 1))
      else {
        const end = topEnd(text, at)
        const start = end ? back(text, at, isDomainCode, done) : at
        if (end && at - start >= 2 && !isLetterBefore(text, start)) add(start, pathEnd(text, end))
      }
    } else if ((code === 91 || code === 40) && /^[[(] ?(?:at|AT|dot) ?[\])]/.test(text.slice(at, at + 8))) {
      const close = text.indexOf(code === 91 ? "]" : ")", at) + 1
      add(
        back(text, text[at - 1] === " " ? at - 1 : at, isLocalCode, done),
        domainEnd(text, text[close] === " " ? close + 1 : close),
      )
    } else if (code === 123 /* { */) {
      const match = /^\{{1,3}[^{}]{1,40}\}{1,3}/.exec(text.slice(at, at + 48))
      if (match) add(text[at - 1] === "$" ? at - 1 : at, at + match[0].length)
    } else if (code === 38 /* & */) {
      const match = /^&#?\w{1,8};/.exec(text.slice(at, at + 12))
      if (match) add(at, at + match[0].length)
    } else if (code === 35 /* # */ || code === 37 /* % */) {
      const match = /^(?:#\p{L}[\p{L}\d_]{0,40}|%\(?\w{0,20}\)?[sd]\b)/u.exec(text.slice(at, at + 48))
      if (match && !isLetterBefore(text, at)) add(at, at + match[0].length)
    }
  }
  return found
}

function back(text: string, at: number, isPart: (code: number) => boolean, floor: number): number {
  let start = at
  while (start > floor && at - start < reach && isPart(text.charCodeAt(start - 1))) start--
  return start
}

function isAlphanumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
}
const isSchemeCode = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
const isLocalCode = (code: number) => isAlphanumeric(code) || code === 46 || code === 45 || code === 95 || code === 43
const isDomainCode = (code: number) => isAlphanumeric(code) || code === 45 || code === 46 || code === 95
/** What RFC 3986 lets stand in an address, brackets left out: they are the sentence's more often. */
const isUrlCode = (code: number) => isAlphanumeric(code) || "-._~:/?#@!$&'*+,;=%".includes(String.fromCharCode(code))

function urlEnd(text: string, from: number): number {
  let end = from
  while (end < text.length && isUrlCode(text.charCodeAt(end))) end++
  while (end > from && ".,;:!?'".includes(text[end - 1]!)) end--
  return end
}

function pathEnd(text: string, from: number): number {
  return text[from] === "/" ? urlEnd(text, from) : from
}

/** End of a domain after an @: cut behind the first known ending that a capital or a foreign letter follows. */
function domainEnd(text: string, from: number): number {
  let end = from
  while (end < text.length && end - from < reach * 2 && isDomainCode(text.charCodeAt(end))) end++
  for (let at = from; at < end; at++) {
    if (text[at] !== ".") continue
    const top = topEnd(text, at)
    if (top && top < end && text[top] !== "." && /[A-Z]/.test(text[top]!)) return top
  }
  while (end > from && /[.\-_]/.test(text[end - 1]!)) end--
  return end
}

/** End of the last of the known endings behind a full stop ("example.com" has two); 0 when there is none. */
function topEnd(text: string, at: number): number {
  let end = endingEnd(text, at)
  for (let next = end; next > 0 && text[next] === ".";) {
    next = endingEnd(text, next)
    if (next > 0) end = next
  }
  return end
}

function endingEnd(text: string, at: number): number {
  let end = at + 1
  while (end < text.length && end - at <= 7) {
    const code = text.charCodeAt(end)
    if (code < 97 || code > 122) break
    end++
  }
  if (end - at < 3 || !endings.has(text.slice(at + 1, end))) return 0
  const code = text.charCodeAt(end)
  return code >= 48 && code <= 57 ? 0 : end
}

function isWww(text: string, at: number): boolean {
  return text.slice(at - 3, at).toLowerCase() === "www"
}

function isLetterBefore(text: string, at: number): boolean {
  return at > 0 && /\p{L}/u.test(text[at - 1]!)
}
