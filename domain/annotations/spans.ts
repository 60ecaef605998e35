import { z } from 'zod'
import { Id } from '../endpoint'
import { Person } from '../people/person'

/** What is true of a span, as bits of its `flags`. */
export const FLAG = { private: 1, resolved: 2, withdrawn: 4, talked: 8, held: 16 } as const

/**
 * All annotations of a document in columns, sorted by start, end, id: what painting needs and no more, since thousands
 * come at once. Row i is `ids[i]`, `starts[i]`…; `labels[i]` and `authors[i]` index the tables, -1 means none.
 */
export const Spans = z.strictObject({
  versionId: Id,
  ids: z.array(Id),
  starts: z.array(z.int()),
  ends: z.array(z.int()),
  labels: z.array(z.int()),
  authors: z.array(z.int()),
  flags: z.array(z.int()),
  labelTable: z.array(Id),
  authorTable: z.array(Person),
})
export type Spans = z.infer<typeof Spans>
