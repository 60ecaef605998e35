import { z } from 'zod'
import { PartialDate, Reason } from '../claims/claim'
import { Id, line, Moment, NewId, prose, Version } from '../endpoint'
import { Person } from '../people/person'
import { Reliability, WebAddress } from './evidence'

const Said = {
  name: line(200),
  url: z.union([z.literal(''), WebAddress]).default(''),
  /** The source that this one copies, if it does. */
  originId: Id.nullable().default(null),
}
export const SourceDraft = z.strictObject({ id: NewId, ...Said })
export type SourceDraft = z.infer<typeof SourceDraft>
export const SourceChange = z.strictObject({ version: Version, ...Said })
export type SourceChange = z.infer<typeof SourceChange>

export const Source = z.strictObject({
  id: Id,
  projectId: Id,
  name: z.string(),
  url: z.string(),
  origin: z.strictObject({ id: Id, name: z.string() }).nullable(),
  copies: z.int(),
  /** Pieces of evidence that come from it, as far as the reader may see them. */
  evidence: z.int(),
  /** Each person's newest that the reader may see. */
  grades: z.array(z.strictObject({ rater: Person, reliability: Reliability, held: z.boolean() })),
  retractedAt: Moment.nullable(),
  retractedBy: Person.nullable(),
  retractedFor: z.string(),
  /** Published findings whose verdicts relied on evidence of it or its copies. */
  findings: z.array(z.strictObject({ id: Id, statement: z.string() })),
  author: Person,
  version: Version,
  createdAt: Moment,
})
export type Source = z.infer<typeof Source>

export const Retraction = z.strictObject({ version: Version, reason: Reason })
export type Retraction = z.infer<typeof Retraction>

export const Attachment = z.strictObject({
  id: Id,
  projectId: Id,
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
  sha256: z.string(),
})
export type Attachment = z.infer<typeof Attachment>

const Asked = {
  sourceId: Id.nullable().default(null),
  addressee: line(200),
  question: prose(4000).pipe(z.string().min(1, 'Please write the question.')),
  askedOn: PartialDate,
  answer: prose(8000).default(''),
  answeredOn: PartialDate.default(''),
}
export const QuestionDraft = z.strictObject({ id: NewId, ...Asked })
export type QuestionDraft = z.infer<typeof QuestionDraft>
export const QuestionChange = z.strictObject({ version: Version, ...Asked })
export type QuestionChange = z.infer<typeof QuestionChange>

/** A question that was put to someone, and what they answered. */
export const Question = z.strictObject({
  id: Id,
  claimId: Id,
  source: z.strictObject({ id: Id, name: z.string() }).nullable(),
  addressee: z.string(),
  question: z.string(),
  askedOn: z.string(),
  answer: z.string(),
  answeredOn: z.string(),
  author: Person,
  version: Version,
  createdAt: Moment,
})
export type Question = z.infer<typeof Question>
