import { v7 } from 'uuid'
import type { ClaimState } from '@/domain/claims/states'
import type { ClaimType } from '@/domain/claims/words'
import { db } from '../db'
import { goneAt, saidIn, sealIn, whereFor, type Grounds, type Making, type Marked } from './place'

/** A claim of the place, and another one of the same author's beside it, which is held if it is. */
export async function makeMarkedClaim(place: Grounds, making: Making & { state?: ClaimState; type?: ClaimType }) {
  const { workspaceId, projectId } = place
  const { by: authorId, state = 'proposed', type = 'fact', deleted } = making
  const [claimId, otherClaimId] = [v7(), v7()]
  const said = { type, statement: `It is so, says ${saidIn(place, making)}.`, authorId } as const
  const made = { workspaceId, projectId, ...said, ...sealIn(place, making) }
  const deletedAt = goneAt(deleted)
  await db.claim.createMany({
    data: [
      { ...made, id: claimId, state, deletedAt },
      { ...made, id: otherClaimId },
    ],
  })
  const claimVersionId = v7()
  const version = { workspaceId, number: 1, ...said }
  await db.claimVersion.createMany({
    data: [
      { ...version, id: claimVersionId, claimId },
      { ...version, id: v7(), claimId: otherClaimId },
    ],
  })
  return { claimId, claimVersionId, otherClaimId, threadId: claimId }
}

/** That a claim, which all can see, occurs in a passage that all can see who can see its document. */
export async function makeMarkedOccurrence(place: Marked, making: Making) {
  const { workspaceId, ownerId } = place
  const { claimId } = await makeMarkedClaim(place, { by: ownerId })
  const occurrenceId = v7()
  const annotationId = place.passages[whereFor(making)]
  const said = { stance: 'asserts', voice: 'attributed', attributedTo: saidIn(place, making) } as const
  const made = { workspaceId, claimId, annotationId, authorId: making.by, ...sealIn(place, making) }
  await db.occurrence.create({ data: { id: occurrenceId, ...made, ...said } })
  return { claimId, occurrenceId, annotationId }
}

/** A conflict between two claims that all can see. */
export async function makeMarkedRelation(place: Grounds, making: Making) {
  const { workspaceId, projectId, ownerId } = place
  const { claimId, otherClaimId } = await makeMarkedClaim(place, { by: ownerId })
  const relationId = v7()
  const ends = { fromId: claimId, toId: otherClaimId, kind: 'conflicts', strength: 'tension' } as const
  const said = { disposition: 'open', reason: `Reason of ${saidIn(place, making)}`, authorId: making.by } as const
  await db.claimRelation.create({
    data: {
      ...{ id: relationId, workspaceId, projectId, ...ends, ...said, ...sealIn(place, making) },
      removedAt: goneAt(making.deleted),
    },
  })
  return { claimId, otherClaimId, relationId, threadId: relationId }
}

/** That there is nothing to check in the first sentence of a document. */
export async function makeMarkedCleared(place: Grounds, making: Making) {
  const where = whereFor(making)
  const { documentId, versionId, sentence } = where === 'open' ? place : place[where]
  const clearedId = v7()
  const span = { documentId, versionId, start: 0, end: sentence.length, authorId: making.by }
  await db.clearedSpan.create({
    data: { id: clearedId, workspaceId: place.workspaceId, ...span, ...sealIn(place, making) },
  })
  return { documentId, versionId, sentence, clearedId }
}
