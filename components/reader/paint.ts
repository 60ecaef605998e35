import { segments } from '@/domain/annotations/segments'
import type { Span } from '@/domain/annotations/selector'
import type { TextMap } from './locate'

/** A span as it is painted: `look` is one of the names in LOOKS. */
export type Painted = Span & { id: string; look: Look; private: boolean }

/** The names of highlights (app/globals.css), and which are painted over which. */
const LOOKS = {
  'covered-claimed': 0,
  'covered-cleared': 0,
  'covered-unseen': 0,
  resolved: 0,
  'label-none': 1,
  'label-grey': 1,
  'label-amber': 1,
  'label-blue': 1,
  'label-green': 1,
  'label-red': 1,
  'label-violet': 1,
  'label-teal': 1,
  'label-pink': 1,
  'overlap-2': 2,
  'overlap-3': 2,
  private: 3,
  'claim-aside': 3,
  'claim-settled': 3,
  'claim-open': 3,
  'claim-judged': 3,
  saving: 4,
  failed: 4,
  draft: 5,
  picked: 5,
  focus: 6,
  found: 7,
  'found-now': 8,
} as const
export type Look = keyof typeof LOOKS

/** Looks whose spans are painted together, whatever else is. */
export type Layer = Extract<
  Look,
  'draft' | 'focus' | 'found' | 'found-now' | 'picked' | `claim-${string}` | `covered-${string}`
>

/** Whether this browser can paint without touching the document (CSS Custom Highlight API). */
export const canPaint = (): boolean => typeof Highlight === 'function' && 'highlights' in CSS

/** What is to be painted, by a key that says all about it. */
type Wanted = ReadonlyMap<string, Span & { look: Look }>

/**
 * Paints spans over the static document. It keeps what is painted and changes only what differs, so that one more
 * annotation among ten thousand costs one more range, and one more part of the text only what lies in it.
 */
export class Painter {
  private readonly highlights = new Map<Look, Highlight>()
  private readonly painted = new Map<string, StaticRange>()
  /** Keys of what is painted only as far as the text is here. */
  private readonly cut = new Set<string>()
  private spans: readonly Painted[] = []
  private wanted: Wanted = new Map()

  constructor(private readonly map: TextMap) {}

  /** Lets what is painted show, from now on. */
  open(): void {
    if (!canPaint()) return
    for (const [name, priority] of Object.entries(LOOKS)) {
      const highlight = this.highlights.get(name as Look) ?? new Highlight()
      highlight.priority = priority
      this.highlights.set(name as Look, highlight)
      CSS.highlights.set(name, highlight)
    }
  }

  /** Takes everything away, until it is opened again. */
  close(): void {
    for (const [name] of this.highlights) CSS.highlights.delete(name)
  }

  /** Forgets what is painted: its text is no longer in the page. */
  clear(): void {
    for (const highlight of this.highlights.values()) highlight.clear()
    this.painted.clear()
    this.cut.clear()
  }

  /**
   * Paints these spans and what they overlap, as far as the text is here; what was painted before and is not among them
   * goes. The same spans again paint what has come since.
   */
  show(spans: readonly Painted[]): void {
    if (!canPaint()) return
    if (spans !== this.spans) {
      this.spans = spans
      this.wanted = wantedFor(spans)
      for (const key of [...this.painted.keys()]) if (!this.wanted.has(key)) this.remove(key)
    }
    for (const key of [...this.cut]) this.remove(key)
    for (const [key, span] of this.wanted) if (!this.painted.has(key)) this.add(key, span)
  }

  /** Paints these spans in one look, and no others: for the one in focus, and for what comes and goes as a whole. */
  layer(look: Layer, spans: readonly Span[]): void {
    const highlight = this.highlights.get(look)
    highlight?.clear()
    for (const span of spans) {
      const range = this.clipped(span)
      if (range) highlight?.add(range)
    }
  }

  private add(key: string, span: Span & { look: Look }): void {
    const range = this.clipped(span)
    if (!range) return
    this.highlights.get(span.look)?.add(range)
    this.painted.set(key, range)
    if (span.end > this.map.end) this.cut.add(key)
  }

  private remove(key: string): void {
    const range = this.painted.get(key)
    if (range) this.highlights.get(key.split(' ')[0] as Look)?.delete(range)
    this.painted.delete(key)
    this.cut.delete(key)
  }

  /** A range over as much of a span as is here. */
  private clipped({ start, end }: Span): StaticRange | null {
    const limit = this.map.end
    return start >= limit ? null : this.map.rangeOf({ start, end: Math.min(end, limit) })
  }
}

function wantedFor(spans: readonly Painted[]): Wanted {
  const wanted = new Map<string, Span & { look: Look }>()
  const want = (look: Look, { start, end }: Span) => wanted.set(`${look} ${start} ${end}`, { look, start, end })
  for (const span of spans) {
    want(span.look, span)
    if (span.private) want('private', span)
  }
  for (const { start, end, depth } of segments(spans)) {
    if (depth > 1) want(depth > 2 ? 'overlap-3' : 'overlap-2', { start, end })
  }
  return wanted
}
