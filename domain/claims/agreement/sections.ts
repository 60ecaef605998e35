import type { Span } from '../../annotations/selector'

/** A piece of a continuum as one coder left it: a unit that they marked, or a gap between units. */
export type Section = Span & { marked: boolean }

/**
 * Cuts a continuum of a length into the units that a coder marked and the gaps between them, in order and without
 * holes. Spans that overlap are one unit; spans that touch are two, as touching is how a text is cut into parts.
 */
export function sections(spans: readonly Span[], length: number): Section[] {
  const cut: Section[] = []
  let at = 0
  for (const { start, end } of spans.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start)) {
    const last = cut.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else {
      if (start > at) cut.push({ start: at, end: start, marked: false })
      cut.push({ start, end, marked: true })
    }
    at = Math.max(at, end)
  }
  if (at < length) cut.push({ start: at, end: length, marked: false })
  return cut
}
