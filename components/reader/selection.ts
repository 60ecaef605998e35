import type { Span } from '@/domain/annotations/selector'
import type { TextMap } from './locate'

/** A passage that someone selected: where it lies and what it says. */
export type Passage = Span & { exact: string }

const words = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** How far to look around an end for the character that it may cut; longer than any character that people write. */
const REACH = 40

/**
 * The passage that is selected within `root`, without the white space around it and with whole characters at its ends;
 * null where nothing is.
 */
export function selectedPassage(root: Element, map: TextMap): Passage | null {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(root)) return null
  const within = document.createRange()
  within.selectNodeContents(root)
  const startsBefore = range.compareBoundaryPoints(Range.START_TO_START, within) < 0
  const endsAfter = range.compareBoundaryPoints(Range.END_TO_END, within) > 0
  const start = startsBefore ? 0 : map.offsetOf({ node: range.startContainer, offset: range.startOffset }, 'start')
  const end = endsAfter ? map.end : map.offsetOf({ node: range.endContainer, offset: range.endOffset }, 'end')
  return start < end ? trimmed({ start: wholeStart(start, map), end: wholeEnd(end, map) }, map) : null
}

function trimmed({ start, end }: Span, map: TextMap): Passage | null {
  const text = map.textOf({ start, end })
  const exact = text.trim()
  if (exact === '') return null
  const from = start + text.indexOf(exact)
  return { start: from, end: from + exact.length, exact }
}

/** The start of the character in which an offset lies. */
function wholeStart(offset: number, map: TextMap): number {
  const from = Math.max(0, offset - REACH)
  const at = words
    .segment(map.textOf({ start: from, end: Math.min(offset + REACH, map.end) }))
    .containing(offset - from)
  return at ? from + at.index : offset
}

/** The end of the character that an offset cuts. */
function wholeEnd(offset: number, map: TextMap): number {
  const from = Math.max(0, offset - REACH)
  const at = words
    .segment(map.textOf({ start: from, end: Math.min(offset + REACH, map.end) }))
    .containing(offset - from)
  return at && at.index < offset - from ? from + at.index + at.segment.length : offset
}
