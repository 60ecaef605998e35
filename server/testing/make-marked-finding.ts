import { v7 } from 'uuid'
import { FORMS } from '@/domain/claims/forms'
import { db } from '../db'
import { actorOf } from './make'
import { findingSays, publish } from './make-findings'
import { makeMarkedClaim } from './make-marked-claim'
import { NO_DETAILS, type Judges } from './make-marked-round'
import { says } from './make-world'
import { goneAt, saidIn, whereFor, type Grounds, type Making, type Marked } from './place'

type Court = Grounds & { judges: Judges }
type Asking = {
  /** Someone who judged it besides the judge, otherwise than it finds, and has signed it all the same. */
  reviewer?: string | null
  /** Whether it is published; then the draft says something else again. */
  published?: boolean
}

/** A finding about a claim that two have judged, or three. Its version is 1. */
export async function makeMarkedFinding(place: Court, { reviewer = null, published = false }: Asking = {}) {
  const { workspaceId, projectId, ownerId: by, mark, judges } = place
  const claim = await makeMarkedClaim(place, { by, state: 'finding' })
  const { claimId, claimVersionId } = claim
  const [reviewId, roundId, findingId] = [v7(), v7(), v7()]
  const opened = { workspaceId, projectId, openedById: by }
  await db.review.create({ data: { id: reviewId, ...opened } })
  const pinned = { reviewId, claimId, claimVersionId, number: 1, form: FORMS.fact as object, quorum: 1 }
  const closed = { state: 'revealed', closedById: by, closedAt: new Date() } as const
  await db.round.create({ data: { id: roundId, ...opened, ...pinned, ...closed } })
  const judged = [judges.submitted, judges.missing, ...(reviewer === null ? [] : [reviewer])]
  await db.roundReviewer.createMany({ data: judged.map((userId) => ({ roundId, userId, workspaceId })) })
  const judgement = { kind: 'judged', confidence: 'moderate', details: NO_DETAILS } as const
  const words = { ...judgement, rationale: says(`Says ${mark}`) as object }
  await db.verdict.createMany({
    data: judged.map((authorId) => {
      const rating = authorId === reviewer ? 'false' : 'true'
      return { id: v7(), workspaceId, roundId, claimId, authorId, rating, text: `Says ${mark}`, ...words }
    }),
  })
  const content = findingSays({ summary: says(`Found for ${mark}`) })
  const written = { authorId: by, updatedById: by, content: content as object }
  await db.finding.create({ data: { id: findingId, workspaceId, projectId, claimId, ...written } })
  if (published) await publish(await actorOf({ id: by, name: '' }), { id: findingId })
  const draft = { ...written.content, gaps: `Open: ${mark}` }
  await db.finding.update({
    where: { id: findingId },
    data: { version: 1, content: published ? draft : written.content },
  })
  if (reviewer) await db.signOff.create({ data: { findingId, userId: reviewer, workspaceId, version: 1 } })
  return { ...claim, roundId, findingId, threadId: findingId }
}

/** What someone holds against a finding. */
export async function makeMarkedDissent(place: Court, { by: authorId }: Making) {
  const finding = await makeMarkedFinding(place)
  const { workspaceId, mark } = place
  const { findingId } = finding
  const dissentId = v7()
  const said = { rating: 'false', json: says(`No, ${mark}`) as object, text: `No, ${mark}` }
  await db.dissent.create({ data: { id: dissentId, workspaceId, findingId, authorId, ...said } })
  return { ...finding, dissentId }
}

/** What the author of a document should change. */
export async function makeMarkedCorrection(place: Marked, making: Making) {
  const { workspaceId, projectId } = place
  const correctionId = v7()
  const where = whereFor(making)
  const annotationId = place.passages[where]
  const { documentId } = where === 'open' ? place : place[where]
  const said = { problem: `Wrong, says ${saidIn(place, making)}`, proposed: 'A tenth.', authorId: making.by }
  const removedAt = goneAt(making.deleted)
  await db.correction.create({ data: { id: correctionId, workspaceId, projectId, annotationId, ...said, removedAt } })
  return { documentId, correctionId, annotationId }
}
