import { v7 } from 'uuid'
import type { Actor } from '@/domain/permissions/policy'
import { db } from '../db'
import type { World } from './make-world'

/*
 * Rows of what is found in documents and judged, as they are kept: for tests of what goes on around them.
 */

type Where = Pick<World, 'workspaceId' | 'projectId'>

/** What a row under a seal that is not revealed has. */
export type Seal = { sealId: string; held: true }

/** A seal that is open, of a phase without documents unless they are given. */
export async function makeSeal(
  { workspaceId, projectId }: Where,
  by: Actor,
  documentIds: string[] = [],
): Promise<Seal> {
  const sealId = v7()
  await db.seal.create({ data: { id: sealId, workspaceId, projectId, kind: 'phase', openedById: by.id } })
  const documents = documentIds.map((documentId) => ({ sealId, documentId, workspaceId }))
  await db.phaseDocument.createMany({ data: documents })
  return { sealId, held: true }
}

type Claim = { state?: 'proposed' | 'reviewing' | 'revealed'; seal?: Seal }

/** A claim with its first version. */
export async function makeClaim(
  { workspaceId, projectId }: Where,
  by: Actor,
  { state = 'proposed', seal }: Claim = {},
) {
  const id = v7()
  const said = { type: 'fact', statement: 'A deal was signed.', authorId: by.id } as const
  await db.claim.create({ data: { id, workspaceId, projectId, ...said, state, ...seal } })
  const versionId = v7()
  await db.claimVersion.create({ data: { id: versionId, workspaceId, claimId: id, number: 1, ...said } })
  return { id, workspaceId, projectId, versionId }
}

export type MadeClaim = Awaited<ReturnType<typeof makeClaim>>

/** A passage in which the claim occurs. */
export async function makeOccurrence(claim: MadeClaim, annotationId: string, by: Actor, seal?: Seal): Promise<string> {
  const id = v7()
  const read = { stance: 'asserts', voice: 'author', authorId: by.id, ...seal } as const
  await db.occurrence.create({ data: { id, workspaceId: claim.workspaceId, claimId: claim.id, annotationId, ...read } })
  return id
}

/** A conflict of two claims. */
export async function makeRelation(from: MadeClaim, to: MadeClaim, by: Actor, seal?: Seal): Promise<string> {
  const id = v7()
  const { workspaceId, projectId } = from
  const ends = { kind: 'conflicts', strength: 'tension', disposition: 'open', fromId: from.id, toId: to.id } as const
  await db.claimRelation.create({ data: { id, workspaceId, projectId, ...ends, authorId: by.id, ...seal } })
  return id
}

/** A finding about a claim or a whole document. */
export async function makeFinding(
  { workspaceId, projectId }: Where,
  about: { claimId: string } | { documentId: string },
  by: Actor,
): Promise<string> {
  const id = v7()
  const who = { authorId: by.id, updatedById: by.id }
  await db.finding.create({ data: { id, workspaceId, projectId, ...about, content: {}, ...who } })
  return id
}

/** A round that is open on a claim, sealed or in the open; the claim is under review with it. */
export async function makeRound(claim: MadeClaim, by: Actor, reviewers: Actor[], { sealed = true } = {}) {
  const { workspaceId, projectId } = claim
  const [id, reviewId, sealId] = [v7(), v7(), sealed ? v7() : null]
  const opened = { workspaceId, openedById: by.id }
  if (sealId) await db.seal.create({ data: { id: sealId, projectId, kind: 'round', ...opened } })
  await db.review.create({ data: { id: reviewId, projectId, ...opened } })
  const pinned = { projectId, claimId: claim.id, claimVersionId: claim.versionId, number: 1, form: {}, quorum: 1 }
  await db.round.create({ data: { id, reviewId, sealId, ...opened, ...pinned } })
  const asked = reviewers.map((reviewer) => ({ roundId: id, userId: reviewer.id, workspaceId }))
  await db.roundReviewer.createMany({ data: asked })
  await db.claim.update({ where: { id: claim.id }, data: { state: 'reviewing' } })
  return { id, reviewId, sealId }
}
