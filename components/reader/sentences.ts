import type { Span } from '@/domain/annotations/selector'
import type { TextMap } from './locate'

const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' })

/** How much text is looked at for a sentence; longer ones are cut there. */
const REACH = 5_000

/** The first sentence that begins at or after an offset, without the white space around it; null at the end. */
export function sentenceAfter(map: TextMap, offset: number): Span | null {
  const text = map.textOf({ start: offset, end: Math.min(offset + REACH, map.end) })
  for (const { segment, index } of sentences.segment(text)) {
    const words = trimmed(segment, offset + index)
    if (words) return words
  }
  return null
}

/** The last sentence that ends at or before an offset; null at the start. */
export function sentenceBefore(map: TextMap, offset: number): Span | null {
  const from = Math.max(0, offset - REACH)
  const text = map.textOf({ start: from, end: offset })
  for (const { segment, index } of [...sentences.segment(text)].reverse()) {
    const words = trimmed(segment, from + index)
    if (words) return words
  }
  return null
}

function trimmed(segment: string, at: number): Span | null {
  const words = segment.trim()
  if (!/[\p{L}\p{N}]/u.test(words)) return null
  const start = at + segment.indexOf(words)
  return { start, end: start + words.length }
}

/** Selects a span of the document, as a mouse would. */
export function select(map: TextMap, span: Span): void {
  const range = map.rangeOf(span)
  if (!range) return
  getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset)
}
