import { canSee, type Actor, type Permission } from '@/domain/permissions/policy'
import { notFound, Refusal } from '@/domain/refusal'
import { findAnnotation, type AnnotationFacts } from '../annotations/find-annotation'
import { authoriseKept } from '../authorise-kept'
import type { Tx } from '../db'
import { sealFor, type OpenSeal } from '../seals/seal-for'

/** A correction with the passage that it is about: what the policy and its changes turn on. */
export type CorrectionFacts = {
  id: string
  workspaceId: string
  projectId: string
  authorId: string
  version: number
  removedAt: Date | null
  passage: AnnotationFacts
}

/** The facts about a correction, removed ones too, or null. Its passage is locked, as by all who change what is written about it. */
export async function findCorrection(correctionId: string, tx: Tx): Promise<CorrectionFacts | null> {
  const place = await tx.correction.findUnique({ where: { id: correctionId }, select: { annotationId: true } })
  const passage = place && (await findAnnotation(place.annotationId, tx))
  const row = await tx.correction.findUnique({
    where: { id: correctionId },
    select: { id: true, workspaceId: true, projectId: true, authorId: true, version: true, removedAt: true },
  })
  return row && passage ? { ...row, passage } : null
}

/**
 * Like `authorise`, of a correction: it is there with its passage. With `orRemoved` a removed one is there too for those who
 * may do this, even if its passage is deleted.
 */
export function authoriseCorrection(
  actor: Actor,
  permission: Permission,
  found: CorrectionFacts | null,
  { orRemoved = false } = {},
): asserts found is CorrectionFacts {
  if (!found) throw notFound('correction')
  const { passage, removedAt } = found
  const facts = { ...found, trashed: passage.trashed }
  const removed = removedAt !== null || passage.deleted
  authoriseKept(actor, permission, { noun: 'correction', facts, seen: canSee(actor, passage), removed, orRemoved })
}

const SEALED: Readonly<Record<OpenSeal['kind'], string>> = {
  phase: 'This document is read independently until the reveal. Propose corrections after that.',
  round: 'You judge a claim in this passage. What you would change about it waits for the reveal.',
}

/**
 * Refuses what would show to the team a passage that is not the team's to see, or the hand of someone whose writing about
 * it belongs under a seal: a correction can't be held.
 */
export async function requireOpenPassage(actor: Actor, tx: Tx, passage: AnnotationFacts): Promise<void> {
  if (passage.private) throw new Refusal('conflict', 'This passage is private. Share it with the team first.')
  if (passage.held) throw new Refusal('conflict', 'Nobody else sees this passage before the reveal. Correct it then.')
  const { id, documentId } = passage
  const seal = await sealFor(actor, { kind: 'annotation', id, documentId, private: false, held: false }, tx)
  if (seal) throw new Refusal('conflict', SEALED[seal.kind])
}
