import { z } from 'zod'
import { ClaimState } from '../claims/claim'
import { Color } from '../projects/label'
import { Id, Moment } from '../endpoint'
import { Person } from '../people/person'

/** What can be found. */
export const HIT_KINDS = ['document', 'annotation', 'comment', 'claim'] as const
export const HitKind = z.enum(HIT_KINDS)
export type HitKind = z.infer<typeof HitKind>

/** How much someone may look for at once, in characters. */
export const MOST_ASKED = 300

/**
 * As many of the newest matches of each kind are put in order, by whole words and by parts of words; where there are more,
 * that is said. Parts of words come last and in no order but their age, so fewer of them are worth looking for.
 */
export const MOST = { whole: 1_000, part: 200 } as const

/** What is typed into the field: any text, but for characters that no text has. */
const Typed = z
  .string()
  .max(MOST_ASKED, `This is too much to look for at once. Please keep it under ${MOST_ASKED} characters.`)
  .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\t])*$/u, 'There are characters in this that no text has. Please type the words anew.')
  .transform((typed) => typed.normalize('NFC'))

/** What is looked for, and where. A kind of thing that a filter does not apply to is not found with that filter. */
export const SearchFilter = {
  q: Typed.default(''),
  kind: HitKind.optional(),
  workspace: Id.optional(),
  project: Id.optional(),
  document: Id.optional(),
  author: Id.optional(),
  label: Id.optional(),
  tag: z.string().min(1).max(60).optional(),
  status: z.enum(['open', 'resolved']).optional(),
  state: ClaimState.optional(),
  /** Days, both included, in UTC: when it was made. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
}

const Offset = z.int32().min(0)
const Stretch = z.strictObject({ start: Offset, end: Offset })
const Named = z.strictObject({ id: Id, name: z.string() })

/** What was found: words of it to show, and where it is. */
export const Hit = z.strictObject({
  kind: HitKind,
  /** Of the document, annotation, comment or claim. */
  id: Id,
  /** Words from around what was found, and which of them were looked for, in UTF-16 offsets into them. */
  text: z.string(),
  found: z.array(Stretch),
  /** Whether more stands before them and after them. */
  cut: z.strictObject({ before: z.boolean(), after: z.boolean() }),
  project: Named,
  document: z.strictObject({ id: Id, title: z.string() }).nullable(),
  /** In a document: the words that were found, as offsets into its text; null for its title. */
  passage: Stretch.nullable(),
  /** In how many passages of the document it was found, of those that were put in order. */
  passages: z.int32().min(0),
  /** The annotation that was found, or that is talked about; what it marks. */
  annotation: z.strictObject({ id: Id, exact: z.string() }).nullable(),
  /** The claim that was found, or that is talked about. */
  claim: z.strictObject({ id: Id, statement: z.string(), state: ClaimState }).nullable(),
  /** The finding that is talked about. */
  findingId: Id.nullable(),
  label: z.strictObject({ name: z.string(), color: Color }).nullable(),
  tags: z.array(z.string()),
  /** Of the thread. */
  resolved: z.boolean(),
  /** Whether only its reader sees it: it is private, or a seal holds it. */
  alone: z.boolean(),
  /** Null for a document. */
  author: Person.nullable(),
  at: Moment,
})
export type Hit = z.infer<typeof Hit>

const Count = z.strictObject({ found: z.int32().min(0), more: z.boolean() })

/** A page of what was found, and how much of each kind there is that its reader may read. */
export const Found = z.strictObject({
  items: z.array(Hit),
  next: z.string().nullable(),
  counts: z.strictObject({ document: Count, annotation: Count, comment: Count, claim: Count }),
})
export type Found = z.infer<typeof Found>
