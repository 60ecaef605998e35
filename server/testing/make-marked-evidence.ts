import { v7 } from 'uuid'
import { db } from '../db'
import { PNG } from './make-evidence'
import { makeMarkedClaim } from './make-marked-claim'
import { goneAt, saidIn, whereFor, type Base, type Grounds, type Making, type Marked } from './place'

/** A source of the place, graded by who added it. */
export async function makeMarkedSource(place: Base, { by: authorId }: Making) {
  const { workspaceId, projectId, mark } = place
  const sourceId = v7()
  await db.source.create({ data: { id: sourceId, workspaceId, projectId, name: `Wire of ${mark}`, authorId } })
  const grade = { workspaceId, sourceId, raterId: authorId, reliability: 'B' }
  await db.sourceGrade.create({ data: { id: v7(), ...grade } })
  return { sourceId }
}

type Sourced = Grounds & { sourceId: string }

/** The claim that something is about: one that all can see, or, held, one that nobody but its author can. */
const claimFor = (place: Grounds, { by, held }: Making) =>
  makeMarkedClaim(place, held ? { by, held } : { by: place.ownerId })

/** A page of the web that is evidence of a claim, appraised by who added it. */
export async function makeMarkedEvidence(place: Sourced, making: Making) {
  const { workspaceId, projectId, sourceId } = place
  const { claimId } = await claimFor(place, making)
  const said = saidIn(place, making)
  const evidenceId = v7()
  const page = { url: 'https://example.org/deal', title: `Page of ${said}`, retrievedOn: '2025-08-04' }
  const made = { workspaceId, projectId, claimId, authorId: making.by, removedAt: goneAt(making.deleted) }
  await db.evidence.create({ data: { id: evidenceId, kind: 'web', sourceId, ...page, ...made } })
  const appraisal = { evidenceId, workspaceId, raterId: making.by, stance: 'supports', reason: said } as const
  await db.appraisal.create({ data: { id: v7(), ...appraisal } })
  return { claimId, evidenceId }
}

/** A passage of a document, perhaps of one in the trash, that is evidence of a claim. */
export async function makeMarkedCitation(place: Marked, making: Making) {
  const { workspaceId, projectId } = place
  const { claimId } = await claimFor(place, making)
  const evidenceId = v7()
  const annotationId = place.passages[whereFor(making)]
  const cited = { annotationId, excerpt: `Ministers, says ${saidIn(place, making)}` }
  const made = { workspaceId, projectId, claimId, authorId: making.by }
  await db.evidence.create({ data: { id: evidenceId, kind: 'passage', ...cited, ...made } })
  return { claimId, evidenceId, annotationId }
}

/** A file that is evidence of a claim. */
export async function makeMarkedAttachment(place: Grounds, making: Making) {
  const { workspaceId, projectId } = place
  const { claimId } = await claimFor(place, making)
  const attachmentId = v7()
  const name = `${saidIn(place, making)}.png`
  const made = { workspaceId, projectId, authorId: making.by }
  const file = { name, mediaType: 'image/png', bytes: PNG, size: PNG.length, sha256: 'of its bytes' }
  await db.attachment.create({ data: { id: attachmentId, ...made, ...file } })
  await db.evidence.create({ data: { id: v7(), kind: 'file', claimId, attachmentId, title: name, ...made } })
  return { claimId, attachmentId }
}

/** A question about a claim. */
export async function makeMarkedQuestion(place: Sourced, making: Making) {
  const { workspaceId, projectId, sourceId } = place
  const { claimId } = await claimFor(place, making)
  const questionId = v7()
  const asked = { addressee: 'The ministry', question: `Is it ${saidIn(place, making)}?`, askedOn: '2025-08-04' }
  const made = { workspaceId, projectId, claimId, sourceId, authorId: making.by, removedAt: goneAt(making.deleted) }
  await db.question.create({ data: { id: questionId, ...asked, ...made } })
  return { claimId, questionId }
}
