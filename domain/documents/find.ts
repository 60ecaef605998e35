import type { Span } from '../annotations/selector'
import { fold, type Folded } from './fold'

/** Letters and digits of scripts that put spaces between words: what stands beside a whole word is none of these. */
const IN_WORD = /[\p{L}\p{N}\p{M}_]/u
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** What joins with the character before it into one that people see, and what joins it with the one after. */
const JOINING = /[\p{M}\u200d\ufe0e\ufe0f\u{1f3fb}-\u{1f3ff}]/u
const JOINER = 0x200d

export type FindOptions = {
  /** Only where no letter stands before or after. */
  wholeWord?: boolean
  /** No more than these. */
  most?: number
}

/**
 * Where words stand in a text, from its beginning on and without overlaps, whatever their case and accents. `folded` is
 * `fold(text)`; the spans are UTF-16 offsets into the text, and never begin or end within a character that people see.
 */
export function find(text: string, folded: Folded, words: string, options: FindOptions = {}): Span[] {
  const { wholeWord = false, most = Infinity } = options
  const sought = fold(words.normalize('NFC')).text
  const found: Span[] = []
  if (sought.trim() === '') return found
  let at = folded.text.indexOf(sought)
  while (at >= 0 && found.length < most) {
    const span = spanOf(text, folded, at, at + sought.length)
    const fits = span !== null && (!wholeWord || standsAlone(text, span))
    if (fits) found.push(span)
    at = folded.text.indexOf(sought, fits ? at + sought.length : at + 1)
  }
  return found
}

/** The span that was folded to these code units; null where they begin or end within what one character became. */
function spanOf(text: string, { from }: Folded, first: number, last: number): Span | null {
  const start = from[first] as number
  const end = from[last] as number
  if (from[first - 1] === start || from[last - 1] === end) return null
  return splitsSeen(text, start) || splitsSeen(text, end)
    ? null
    : { start, end: trimmed(text, from[last - 1] as number, end) }
}

/** Marks belong to the character before them; what nobody sees behind it does not. */
function trimmed(text: string, last: number, end: number): number {
  let at = last + sizeAt(text, last)
  while (at < end && JOINING.test(characterAt(text, at))) at += sizeAt(text, at)
  return at
}

/** Whether an offset lies within what people see as one character: a letter and its mark, a family, a flag. */
function splitsSeen(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false
  return text.charCodeAt(offset - 1) === JOINER ? isPictured(text, offset) : JOINING.test(characterAt(text, offset))
}

const isPictured = (text: string, offset: number) => /\p{Extended_Pictographic}/u.test(characterAt(text, offset))

function standsAlone(text: string, { start, end }: Span): boolean {
  return !joins(text, start) && !joins(text, end)
}

/** Whether letters on both sides of an offset belong to one word. */
function joins(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false
  const [before, after] = [characterBefore(text, offset), characterAt(text, offset)]
  return [before, after].every((it) => IN_WORD.test(it) && !UNSPACED.test(it))
}

const sizeAt = (text: string, offset: number): number => ((text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1)
const characterAt = (text: string, offset: number): string => text.slice(offset, offset + sizeAt(text, offset))
const characterBefore = (text: string, offset: number): string => {
  const low = text.charCodeAt(offset - 1)
  return text.slice(low >= 0xdc00 && low <= 0xdfff ? offset - 2 : offset - 1, offset)
}
