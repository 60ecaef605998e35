import type { Span } from '@/domain/annotations/selector'
import { isInView, offsetAt, scrollToPassage } from './geometry'
import { select } from './sentences'
import type { Reading } from './use-reading'

/** Below what stays at the top of the window, in px. */
const TOP = 130

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
    for (const part of [0.1, 0.3, 0.6]) {
      const offset = offsetAt(text.map, article.current, box.left + box.width * part, y)
      if (offset !== null) return offset
    }
  }
  return 0
}
