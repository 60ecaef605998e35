import type { Span } from '../annotations/selector'
import { find } from '../documents/find'
import { fold } from '../documents/fold'
import { UNSPACED, WORD, type Asked } from './asked'

/** Words that are meant by what was looked for, though they may be other forms of it. */
export type Meant = { words: ReadonlySet<string>; inPhrases: ReadonlySet<string> }

export type Shown = {
  text: string
  /** What was looked for, as offsets into `text`. */
  found: Span[]
  cut: { before: boolean; after: boolean }
  /** The first of what was found, as offsets into the whole. */
  first: Span
}

/** How much is shown, and how much of it stands before what was found; in code units. */
const MOST = 260
const BEFORE = 70

/** How far a cut may move to a space, so that no word is halved. */
const NEAR = 24

/** More than these are not painted. */
const MOST_FOUND = 40

/**
 * The part of a text to show where something was looked for in it: the one that says most of it. Line feeds become spaces,
 * so that offsets stay. `anywhere` is for what was found by parts of words.
 */
export function shown(whole: string, asked: Asked, meant: Meant & { anywhere: boolean }): Shown {
  const all = foundIn(whole, asked, meant)
  const best = densest(all)
  const start = best === undefined ? 0 : cutBefore(whole, best.start - BEFORE)
  const end = cutAfter(whole, Math.max(start + MOST, best?.end ?? 0))
  const within = all.filter((span) => span.start >= start && span.end <= end).slice(0, MOST_FOUND)
  return {
    text: whole.slice(start, end).replace(/[\n\uFFFC]/g, ' '),
    found: within.map((span) => ({ start: span.start - start, end: span.end - start })),
    cut: { before: start > 0, after: end < whole.length },
    first: within[0] ?? { start, end: Math.min(end, start + NEAR) },
  }
}

/** Everything that was looked for and is there, in order and without overlaps. */
function foundIn(
  whole: string,
  { terms }: Asked,
  { words, inPhrases, anywhere }: Meant & { anywhere: boolean },
): Span[] {
  const folded = fold(whole)
  const literally = (phrase: boolean) =>
    terms
      .filter((term) => !term.excluded && term.phrase === phrase)
      .flatMap(({ text }) => find(whole, folded, text, { wholeWord: !anywhere && !UNSPACED.test(text) }))
  const phrases = literally(true)
  const meant = (word: string) => words.has(word) || (phrases.length === 0 && inPhrases.has(word))
  const singles = [...whole.matchAll(WORD)].flatMap(({ 0: word, index }) =>
    meant(word) ? [{ start: index, end: index + word.length }] : [],
  )
  return merged([...phrases, ...literally(false), ...singles])
}

function merged(spans: Span[]): Span[] {
  const apart: Span[] = []
  for (const span of spans.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = apart.at(-1)
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end)
    else apart.push({ ...span })
  }
  return apart
}

/** The first of those that stand closest together. */
function densest(spans: readonly Span[]): Span | undefined {
  let best: Span | undefined
  let most = 0
  for (let first = 0, last = 0; first < spans.length; first++) {
    const one = spans[first] as Span
    while (last < spans.length && (spans[last] as Span).end - one.start <= MOST - BEFORE) last++
    if (last - first > most) [best, most] = [one, last - first]
  }
  return best
}

function cutBefore(text: string, at: number): number {
  if (at <= 0) return 0
  const space = text.slice(at, at + NEAR).search(/\s/)
  return space >= 0 ? at + space + 1 : whole(text, at)
}

function cutAfter(text: string, at: number): number {
  if (at >= text.length) return text.length
  const last = /\s\S*$/.exec(text.slice(at - NEAR, at))
  return last ? at - NEAR + last.index : whole(text, at)
}

/** An offset that halves no character. */
const whole = (text: string, at: number): number => ((text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at)
