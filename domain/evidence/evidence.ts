import { z } from 'zod'
import { keysOf } from '../claims/words'
import { PartialDate, Passage } from '../claims/claim'
import { Id, line, Moment, NewId, prose, Version } from '../endpoint'
import { Person } from '../people/person'
import { EVIDENCE_STANCES, RELIABILITY } from './words'

export const EvidenceStance = z.enum(keysOf(EVIDENCE_STANCES))
export const Reliability = z.enum(keysOf(RELIABILITY))
export const Credibility = z.int().min(1).max(6)

/** An address of the web, in the form in which a browser shows it: kept and shown, never fetched. */
export const WebAddress = z
  .url({
    protocol: /^https?$/,
    normalize: true,
    error: 'Please give an address that starts with http:// or https://.',
  })
  .max(2000, 'Please keep the address under 2000 characters.')

/** How it speaks to the claim, in the eyes of who says so. */
const Appraising = {
  stance: EvidenceStance,
  reason: prose(2000).default(''),
  credibility: Credibility.nullable().default(null),
  /** Of its source, if it has one. */
  reliability: Reliability.nullable().default(null),
}
export const AppraisalDraft = z.strictObject(Appraising)
export type AppraisalDraft = z.infer<typeof AppraisalDraft>

const shared = { id: NewId, sourceId: Id.nullable().default(null), appraisal: AppraisalDraft.nullable().default(null) }
const excerpt = prose(5000).default('')

/** Something that speaks to a claim: a passage of a document, an address of the web, or a file that was sent before. */
export const EvidenceDraft = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('passage'), ...shared, annotationId: Id, share: z.boolean().default(false) }),
  z.strictObject({
    kind: z.literal('web'),
    ...shared,
    url: WebAddress,
    title: line(300),
    excerpt,
    retrievedOn: PartialDate,
  }),
  z.strictObject({ kind: z.literal('file'), ...shared, attachmentId: Id, title: line(300), excerpt }),
])
export type EvidenceDraft = z.infer<typeof EvidenceDraft>

const changed = { version: Version, sourceId: Id.nullable() }

/** What can be changed of evidence of each kind. The words of a passage are its document's. */
export const EvidenceChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('passage'), ...changed }),
  z.strictObject({
    kind: z.literal('web'),
    ...changed,
    title: line(300),
    excerpt: prose(5000),
    retrievedOn: PartialDate,
  }),
  z.strictObject({ kind: z.literal('file'), ...changed, title: line(300), excerpt: prose(5000) }),
])
export type EvidenceChange = z.infer<typeof EvidenceChange>

/** One person's view of a piece of evidence: the newest that its reader may see. The grade is that of its source. */
export const Appraisal = z.strictObject({
  rater: Person,
  stance: EvidenceStance,
  reason: z.string(),
  credibility: z.int().nullable(),
  reliability: Reliability.nullable(),
  createdAt: Moment,
  held: z.boolean(),
})
export type Appraisal = z.infer<typeof Appraisal>

export const SourceRef = z.strictObject({
  id: Id,
  name: z.string(),
  /** The origin whose copies count once: the source itself where it copies none. */
  originId: Id,
  originName: z.string(),
  /** Whether it was retracted, or the origin that it copies. */
  retracted: z.boolean(),
})

export const Evidence = z.strictObject({
  id: Id,
  claimId: Id,
  kind: z.enum(['passage', 'web', 'file']),
  title: z.string(),
  excerpt: z.string(),
  url: z.string(),
  retrievedOn: z.string(),
  passage: Passage.nullable(),
  attachment: z
    .strictObject({ id: Id, name: z.string(), mediaType: z.string(), size: z.int(), sha256: z.string() })
    .nullable(),
  source: SourceRef.nullable(),
  /** Whether this passage is where the claim itself is made. */
  circular: z.boolean(),
  author: Person,
  version: Version,
  createdAt: Moment,
  /** Those that the reader may see: one's own, and others' that no seal holds. */
  appraisals: z.array(Appraisal),
})
export type Evidence = z.infer<typeof Evidence>
