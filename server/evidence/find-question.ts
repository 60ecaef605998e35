import { canSee, type Actor, type Permission } from '@/domain/permissions/policy'
import { notFound } from '@/domain/refusal'
import { authoriseKept } from '../authorise-kept'
import { findClaim, type ClaimFacts } from '../claims/find-claim'
import type { Tx } from '../db'

/** A question with its claim: what the policy and its changes turn on. */
export type QuestionFacts = {
  id: string
  workspaceId: string
  projectId: string
  authorId: string
  version: number
  removedAt: Date | null
  claim: ClaimFacts
}

/** The facts about a question, removed ones too, or null. Its claim is locked, as by all who change what is known of it. */
export async function findQuestion(questionId: string, tx: Tx): Promise<QuestionFacts | null> {
  const place = await tx.question.findUnique({ where: { id: questionId }, select: { claimId: true } })
  const claim = place && (await findClaim(place.claimId, tx))
  const row = await tx.question.findUnique({
    where: { id: questionId },
    select: { id: true, workspaceId: true, projectId: true, authorId: true, version: true, removedAt: true },
  })
  return row && claim ? { ...row, claim } : null
}

/** Like `authorise`, of a question: it is there with its claim; a removed one for those who may do this, with `orRemoved`. */
export function authoriseQuestion(
  actor: Actor,
  permission: Permission,
  found: QuestionFacts | null,
  { orRemoved = false } = {},
): asserts found is QuestionFacts {
  if (!found) throw notFound('question')
  const { claim, removedAt } = found
  const seen = !claim.deleted && canSee(actor, claim)
  authoriseKept(actor, permission, { noun: 'question', facts: found, seen, removed: removedAt !== null, orRemoved })
}
