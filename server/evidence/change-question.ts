import type { Question, QuestionChange, QuestionDraft } from '@/domain/evidence/source'
import type { EventKind } from '@/domain/event'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { authoriseClaim, findClaim, type ClaimFacts } from '../claims/find-claim'
import { happenedTo } from '../claims/happened'
import { touchClaims } from '../claims/step'
import type { Tx } from '../db'
import { record, type Happened } from '../events'
import { authoriseQuestion, findQuestion } from './find-question'
import { requireSource } from './find-source'
import { readQuestion } from './list-questions'

/** Logs a question that was put to someone about a claim, with the answer if there is one; in a review too. */
export async function askQuestion(actor: Actor, claimId: string, draft: QuestionDraft): Promise<Question> {
  return record(actor, async (tx) => {
    const claim = await findClaim(claimId, tx)
    authoriseClaim(actor, 'question:write', claim)
    const { workspaceId, projectId } = claim
    if (draft.sourceId !== null) await requireSource(actor, tx, projectId, draft.sourceId)
    await tx.question.create({ data: { ...draft, workspaceId, projectId, claimId, authorId: actor.id } })
    const happened = await changed(tx, claim, 'question.asked', draft.id)
    return { answer: await readQuestion(draft.id, tx), happened }
  })
}

/** Changes a question, or logs its answer; a stale change is refused with both. */
export async function updateQuestion(
  actor: Actor,
  questionId: string,
  { version, ...said }: QuestionChange,
): Promise<Question> {
  return record(actor, async (tx) => {
    const found = await findQuestion(questionId, tx)
    authoriseQuestion(actor, 'question:update', found)
    if (found.version !== version) {
      const theirs = await readQuestion(questionId, tx)
      throw new Refusal('conflict', 'This question was changed meanwhile.', { theirs, yours: said })
    }
    if (said.sourceId !== null) await requireSource(actor, tx, found.projectId, said.sourceId)
    await tx.question.update({ where: { id: questionId }, data: { ...said, version: version + 1 } })
    const happened = await changed(tx, found.claim, 'question.updated', questionId)
    return { answer: await readQuestion(questionId, tx), happened }
  })
}

/** Removes a question from the log. */
export async function removeQuestion(actor: Actor, questionId: string): Promise<{ done: true }> {
  return record(actor, async (tx) => {
    const found = await findQuestion(questionId, tx)
    authoriseQuestion(actor, 'question:update', found)
    await tx.question.update({ where: { id: questionId }, data: { removedAt: new Date() } })
    const happened = await changed(tx, found.claim, 'question.removed', questionId)
    return { answer: { done: true }, happened }
  })
}

/** Undoes a removal, for those who may remove it; for all others it does not exist. */
export async function restoreQuestion(actor: Actor, questionId: string): Promise<Question> {
  return record(actor, async (tx) => {
    const found = await findQuestion(questionId, tx)
    authoriseQuestion(actor, 'question:update', found, { orRemoved: true })
    if (!found.removedAt) throw new Refusal('conflict', 'This question is not removed.')
    await tx.question.update({ where: { id: questionId }, data: { removedAt: null } })
    const happened = await changed(tx, found.claim, 'question.restored', questionId)
    return { answer: await readQuestion(questionId, tx), happened }
  })
}

async function changed(tx: Tx, claim: ClaimFacts, kind: EventKind, questionId: string): Promise<Happened> {
  await touchClaims(tx, [claim.id])
  return happenedTo(claim, kind, questionId)
}
