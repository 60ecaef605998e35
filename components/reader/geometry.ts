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

/**
 * What comes into view is laid out only then, some frames later, and moves the rest: so the way is corrected until the
 * passage stood still for a while and for some frames (a busy machine draws few of them), or for the longer while; in ms.
 */
const STILL_MS = 150
const STILL_FRAMES = 5
const PATIENCE_MS = 3_000

/** What people do who want to be elsewhere. */
const LEAVING = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const

/** Brings a passage to where eyes look. Resolves once it stands still there, or someone scrolls away. */
export async function scrollToPassage(map: TextMap, passage: Span): Promise<void> {
  const begun = performance.now()
  const left = new AbortController()
  // The very event that led here may still be on its way.
  const leave = ({ timeStamp }: Event) => timeStamp > begun && left.abort()
  for (const event of LEAVING) addEventListener(event, leave, { signal: left.signal, passive: true })
  let since = begun
  let still = 0
  const moves = (now: number) => now - since < STILL_MS || still < STILL_FRAMES
  for (let now = begun; moves(now) && now - begun < PATIENCE_MS; now = performance.now()) {
    const rect = rectOf(map, passage)
    if (!rect || left.signal.aborted) break
    const far = rect.top - innerHeight * EYE
    const before = scrollY
    if (Math.abs(far) >= 2) scrollTo({ top: scrollY + far, behavior: 'instant' })
    still += 1
    if (scrollY !== before) [since, still] = [now, 0]
    await new Promise(requestAnimationFrame)
  }
  left.abort()
}

/** How much of the window shows text: on a narrow screen a sheet covers its lower part. */
const FREE = { roomy: 0.92, narrow: 0.38 }

/** Whether a passage begins where it can be seen: below what stays at the top, above what may cover the foot. */
export function isInView(map: TextMap, passage: Span): boolean {
  const rect = rectOf(map, passage)
  const free = innerHeight * FREE[isRoomy() ? 'roomy' : 'narrow']
  return rect !== null && rect.top > 100 && rect.bottom < free
}
