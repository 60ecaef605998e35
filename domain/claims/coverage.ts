import { z } from 'zod'
import { Id, NewId } from '../endpoint'
import { Person } from '../people/person'

export const SentenceStatus = z.enum(['claimed', 'cleared', 'unseen'])

/** One sentence of a document's text in UTF-16 offsets, and whether someone has looked at it. */
export const Sentence = z.strictObject({
  start: z.int(),
  end: z.int(),
  text: z.string(),
  status: SentenceStatus,
  /** The claims that occur in it, by id. */
  claimIds: z.array(Id),
  /** Who found nothing to check, and the ids to take that back by. */
  cleared: z.array(z.strictObject({ id: Id, by: Person, held: z.boolean() })),
})
export type Sentence = z.infer<typeof Sentence>

/** What of a document was looked at, as its reader may know it. */
export const Coverage = z.strictObject({
  documentId: Id,
  versionId: Id,
  claimed: z.int(),
  cleared: z.int(),
  unseen: z.int(),
  items: z.array(Sentence),
  next: z.string().nullable(),
})
export type Coverage = z.infer<typeof Coverage>

/** A stretch in which there is nothing to check, as whoever looked at it saw it. */
export const ClearedDraft = z.strictObject({
  id: NewId,
  versionId: Id,
  start: z.int().nonnegative(),
  end: z.int().positive(),
  exact: z.string().min(1).max(50_000),
})
export type ClearedDraft = z.infer<typeof ClearedDraft>
