import type { Span } from '@/domain/annotations/selector'
import { clears, under } from '@/domain/claims/cover'
import { sentencesOf } from '@/domain/claims/sentences'
import type { TextMap } from './locate'

/** How much text is looked at for a sentence; longer ones are cut there. */
const REACH = 5_000

/** The first sentence that begins at or after an offset; null at the end. */
export function sentenceAfter(map: TextMap, offset: number): Span | null {
  return sentencesIn(map, { start: offset, end: offset + REACH }).find(({ start }) => start >= offset) ?? null
}

/** The last sentence that ends at or before an offset; null at the start. */
export function sentenceBefore(map: TextMap, offset: number): Span | null {
  return sentencesIn(map, { start: offset - REACH, end: offset }).findLast(({ end }) => end <= offset) ?? null
}

/** The sentences that a passage means: those of which it has more than half, or else the one in which it begins. */
export function sentencesMeant(map: TextMap, passage: Span): Span[] {
  const touched = under(sentencesIn(map, passage), passage)
  const most = touched.filter((sentence) => clears(passage, sentence))
  return most.length > 0 ? most : touched.slice(0, 1)
}

/** The sentences of all blocks of which a span has a part, as the whole document has them: none crosses a block. */
function sentencesIn(map: TextMap, { start, end }: Span): Span[] {
  const from = startOf(map.blockAt(Math.max(0, start)))
  const text = map.textOf({ start: from, end: Math.min(Math.max(end, from) + REACH, map.end) })
  return [...sentencesOf(text)].map((sentence) => ({ start: from + sentence.start, end: from + sentence.end }))
}

const startOf = (block: Element | null): number => Number(block?.getAttribute('data-at') ?? 0)

/** Selects a span of the document, as a mouse would. */
export function select(map: TextMap, span: Span): void {
  const range = map.rangeOf(span)
  if (!range) return
  getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset)
}
