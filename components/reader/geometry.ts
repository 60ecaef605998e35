import type { Span } from '@/domain/annotations/selector'
import type { Place, TextMap } from './locate'
import { isRoomy } from './use-media'

/** Where a passage begins on the screen, in px of the window; null while its text is not here. */
export function rectOf(map: TextMap, { start, end }: Span): DOMRect | null {
  const range = map.rangeOf({ start, end: Math.min(end, start + 1) })
  if (!range) return null
  const live = document.createRange()
  live.setStart(range.startContainer, range.startOffset)
  live.setEnd(range.endContainer, range.endOffset)
  const rect = live.getClientRects()[0]
  return rect ?? map.blockAt(start)?.getBoundingClientRect() ?? null
}

/** The text offset under a point of the window, if there is text exactly there. */
export function offsetAt(map: TextMap, root: Element, x: number, y: number): number | null {
  const caret = caretAt(x, y)
  if (!caret || !root.contains(caret.node)) return null
  const near = map.offsetOf(caret, 'start')
  const here = (offset: number) => offset >= 0 && covers(map, offset, x, y)
  return [near, near - 1].find(here) ?? null
}

/** Safari learned the standard's name for this only lately. */
function caretAt(x: number, y: number): Place | null {
  if ('caretPositionFromPoint' in document) {
    const caret = document.caretPositionFromPoint(x, y)
    return caret && { node: caret.offsetNode, offset: caret.offset }
  }
  const range = (document as Document).caretRangeFromPoint(x, y)
  return range && { node: range.startContainer, offset: range.startOffset }
}

/** Whether the character at an offset is drawn at this point. */
function covers(map: TextMap, offset: number, x: number, y: number): boolean {
  const rect = rectOf(map, { start: offset, end: offset + 1 })
  return rect !== null && x >= rect.left - 1 && x <= rect.right + 1 && y >= rect.top && y <= rect.bottom
}

/** How far from the top of the window a passage is shown: where eyes look first. */
const EYE = 0.3

/** What is scrolled past gets its real height only then, so the way is corrected a few times. */
const MOST_TRIES = 8

/** Brings a passage to where eyes look. Resolves once it stands still there. */
export async function scrollToPassage(map: TextMap, passage: Span): Promise<void> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const rect = rectOf(map, passage)
    if (!rect) return
    const far = rect.top - innerHeight * EYE
    if (Math.abs(far) < 2) return
    const before = scrollY
    scrollTo({ top: scrollY + far, behavior: 'instant' })
    if (scrollY === before) return
    await new Promise(requestAnimationFrame)
  }
}

/** How much of the window shows text: on a narrow screen a sheet covers its lower part. */
const FREE = { roomy: 0.92, narrow: 0.38 }

/** Whether a passage begins where it can be seen: below what stays at the top, above what may cover the foot. */
export function isInView(map: TextMap, passage: Span): boolean {
  const rect = rectOf(map, passage)
  const free = innerHeight * FREE[isRoomy() ? 'roomy' : 'narrow']
  return rect !== null && rect.top > 100 && rect.bottom < free
}
