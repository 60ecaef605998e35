import type { Span } from '@/domain/annotations/selector'
import { isInView, offsetAt, scrollToPassage } from './geometry'
import { select } from './sentences'
import type { Reading } from './use-reading'

/** Below what stays at the top of the window, in px. */
const TOP = 130

/** Where a line is looked at: it may be indented, and begins on the right where it runs from there. */
const PARTS = [0.002, 0.1, 0.3, 0.6, 0.998]

/** Selects a span as someone's mouse would, and brings it into view. */
export function choose({ text, selection }: Pick<Reading, 'text' | 'selection'>, span: Span): void {
  select(text.map, span)
  selection.read() // the browser tells of it only later, and the next key may come before that
  if (!isInView(text.map, span)) void scrollToPassage(text.map, span)
}

/** The offset of the first text that can be read in the window. */
export function topOffset({ article, text }: Pick<Reading, 'article' | 'text'>): number {
  const box = article.current?.getBoundingClientRect()
  if (!box || !article.current) return 0
  for (let y = Math.max(TOP, box.top + 2); y < innerHeight; y += 12) {
    const across = PARTS.map((part) =>
      offsetAt(text.map, article.current as HTMLElement, box.left + box.width * part, y),
    )
    const found = across.filter((offset) => offset !== null)
    if (found.length > 0) return Math.min(...found)
  }
  return 0
}
