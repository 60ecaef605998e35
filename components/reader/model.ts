import type { AnnotationFilter } from '@/domain/annotations/endpoints'
import type { Spans } from '@/domain/annotations/spans'
import type { PageMark } from '@/domain/documents/page-mark'
import type { Person } from '@/domain/people/person'
import type { Label } from '@/domain/projects/label'
import type { Pending } from '@/components/annotations/use-pending'
import type { DocumentDesk } from '@/components/threads/desk'
import type { Look, Painted } from './paint'

/** What the server tells the reader about the document that it shows. */
export type Opened = DocumentDesk & {
  versionId: string
  title: string
  /** Who says what it says, where and when, as far as that is known; and in which language. */
  origin: { author: string; source: string; publishedOn: string; language: string | null }
  characters: number
  /** How many parts its text is sent in. */
  parts: number
  /** Where pages begin of the file that it came from; empty without pages. */
  pages: readonly PageMark[]
}

/** One row of the spans route. */
export type Span = {
  id: string
  start: number
  end: number
  labelId: string | null
  author: Person | null
  flags: number
}

/** Flags of a span, as in domain/annotations/spans.ts, which would bring its checks along. */
const PRIVATE = 1
const RESOLVED = 2
const WITHDRAWN = 4
const HELD = 16

/** Whether a span can still be made something of: it was not taken back. */
export const stands = ({ flags }: Span): boolean => (flags & WITHDRAWN) === 0
/** Whether only its author sees it, and keeps it so. */
export const isPrivate = ({ flags }: Span): boolean => (flags & PRIVATE) !== 0

/** Columns to rows. */
export function rowsOf(spans: Spans): Span[] {
  return spans.ids.map((id, row) => ({
    id,
    start: spans.starts[row] ?? 0,
    end: spans.ends[row] ?? 0,
    labelId: spans.labelTable[spans.labels[row] ?? -1] ?? null,
    author: spans.authorTable[spans.authors[row] ?? -1] ?? null,
    flags: spans.flags[row] ?? 0,
  }))
}

/** How each span is painted; those that are not saved yet come last. */
export function paintedOf(
  spans: readonly Span[],
  pending: readonly Pending[],
  labels: readonly Pick<Label, 'id' | 'color'>[],
): Painted[] {
  const colors = new Map(labels.map(({ id, color }) => [id, color]))
  const lookOf = (labelId: string | null, flags: number): Look => {
    if (flags & (RESOLVED | WITHDRAWN)) return 'resolved'
    const color = labelId === null ? undefined : colors.get(labelId)
    return color ? `label-${color}` : 'label-none'
  }
  const known = new Set(spans.map(({ id }) => id))
  const unknown = pending.filter(({ draft }) => !known.has(draft.id))
  return [
    ...spans.map(({ id, start, end, labelId, flags }) => ({
      id,
      start,
      end,
      look: lookOf(labelId, flags),
      private: (flags & (PRIVATE | HELD)) !== 0,
    })),
    ...unknown.map(({ draft, state }): Painted => ({
      id: draft.id,
      start: draft.start,
      end: draft.end,
      look: state === 'saved' ? lookOf(draft.labelId, 0) : state,
      private: draft.visibility === 'private',
    })),
  ]
}

export type Filter = { [K in keyof AnnotationFilter]?: Exclude<AnnotationFilter[K], undefined> }
export type Sort = 'position' | 'activity'
