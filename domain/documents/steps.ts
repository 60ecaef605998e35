import { sentencesOf } from '../claims/sentences'
import type { Span } from '../annotations/selector'

/** By what a caret moves. */
export type Unit = 'character' | 'word' | 'sentence' | 'paragraph'

/**
 * Where a caret at `at` stands after one step in `text`; all are UTF-16 offsets. One rule holds for every unit: backward
 * leads to the start of a unit, and forward to the start of the next one, or, where the step extends a selection, to the
 * end of the one that it is in. At either end of the text it stays there. It never stands within a character: where a unit
 * begins at a mark that belongs to what is before it, the step goes past the whole.
 */
export function stepIn(text: string, at: number, step: Step): number {
  const to = target(text, at, step)
  const { index = to, segment = '' } = characters.segment(text).containing(to) ?? {}
  return index === to ? to : step.forward ? index + segment.length : index
}

type Step = { unit: Unit; forward: boolean; extend: boolean }

function target(text: string, at: number, { unit, forward, extend }: Step): number {
  if (!forward) return last(before(UNITS[unit](text), at))?.start ?? 0
  for (const { start, end } of UNITS[unit](text)) {
    if (extend && end > at) return end
    if (!extend && start > at) return start
  }
  return text.length
}

const UNITS: Readonly<Record<Unit, (text: string) => Iterable<Span>>> = {
  character: charactersOf,
  word: wordsOf,
  sentence: sentencesOf,
  paragraph: paragraphsOf,
}

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const words = new Intl.Segmenter(undefined, { granularity: 'word' })

/** What people take for one character, whatever it is made of: a letter with its marks, a family of emoji, a flag. */
function* charactersOf(text: string): Generator<Span> {
  for (const { index, segment } of characters.segment(text)) yield { start: index, end: index + segment.length }
}

/** Words as Unicode has them (UAX 29, with a dictionary for scripts that write no spaces), numbers, and emoji. */
function* wordsOf(text: string): Generator<Span> {
  for (const { index, segment, isWordLike } of words.segment(text))
    if (isWordLike || /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(segment))
      yield { start: index, end: index + segment.length }
}

/** Text blocks in which something stands; a hard break ends one too, as in the canonical text. */
function* paragraphsOf(text: string): Generator<Span> {
  for (const { index, 0: line } of text.matchAll(/[^\n]*\S[^\n]*/g)) yield { start: index, end: index + line.length }
}

function* before(spans: Iterable<Span>, at: number): Generator<Span> {
  for (const span of spans) {
    if (span.start >= at) return
    yield span
  }
}

function last(spans: Iterable<Span>): Span | undefined {
  let found: Span | undefined
  for (const span of spans) found = span
  return found
}
