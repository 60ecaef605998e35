import { z } from 'zod'
import { Id, line, Moment, NewId } from '../endpoint'
import { Person } from '../people/person'

/** Documents that are to be read independently; what is made in them is held until the reveal. */
export const PhaseDraft = z.strictObject({
  id: NewId,
  name: z.union([z.literal(''), line(120)]).default(''),
  documentIds: z.array(Id).min(1, 'Please choose a document.').max(50),
  dueAt: Moment.nullable().default(null),
})
export type PhaseDraft = z.infer<typeof PhaseDraft>

/** An independent phase. Who has written something in it is told only once it is revealed. */
export const Phase = z.strictObject({
  id: Id,
  projectId: Id,
  name: z.string(),
  documents: z.array(z.strictObject({ id: Id, title: z.string() })),
  dueAt: Moment.nullable(),
  openedBy: Person,
  openedAt: Moment,
  revealedBy: Person.nullable(),
  revealedAt: Moment.nullable(),
  /** Those who made annotations in it; empty until the reveal. */
  coders: z.array(Person),
})
export type Phase = z.infer<typeof Phase>
