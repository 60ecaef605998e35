import type { Span } from './selector'

/** A stretch of text that `depth` annotations cover, all of it by the same number. */
export type Segment = Span & { depth: number }

/**
 * Cuts overlapping spans into stretches that don't overlap, in order, each with the number of spans that cover it; what
 * none covers is left out. Neighbours of equal depth are one segment, so that painting them needs as few as possible.
 * Takes n log n steps, in whatever order the spans come; empty spans cover nothing.
 */
export function segments(spans: readonly Span[]): Segment[] {
  const full = spans.filter(({ start, end }) => start < end)
  const starts = full.map(({ start }) => start).sort((a, b) => a - b)
  const ends = full.map(({ end }) => end).sort((a, b) => a - b)
  const cut: Segment[] = []
  let depth = 0
  for (let opened = 0, closed = 0; closed < ends.length;) {
    const at = Math.min(starts[opened] ?? Infinity, ends[closed] ?? Infinity)
    const before = depth
    while (starts[opened] === at) opened += 1
    while (ends[closed] === at) closed += 1
    depth = opened - closed
    if (depth === before) continue
    const last = cut.at(-1)
    if (last && before > 0) last.end = at
    if (depth > 0) cut.push({ start: at, end: at, depth })
  }
  return cut
}

/** The spans that cover the character at `offset`, smallest first: what a click there may mean, the likeliest first. */
export function covering<S extends Span>(spans: readonly S[], offset: number): S[] {
  return spans
    .filter(({ start, end }) => start <= offset && offset < end)
    .sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start)
}
