import type { Dissent, DissentChange, DissentDraft } from '@/domain/findings/finding'
import { wrongInRated } from '@/domain/findings/check'
import type { EventKind } from '@/domain/event'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { notFound, Refusal } from '@/domain/refusal'
import { touchClaims } from '../claims/step'
import type { Tx } from '../db'
import { record, type Happened } from '../events'
import { commentContent, type CommentContent } from '../threads/comment-content'
import { authoriseFinding, findFinding, type FindingFacts } from './find-finding'
import { refuseWrong } from './finding-content'
import { formOf } from './form-of'
import { toldOfFinding } from './happened'
import { readDissent } from './present-dissent'
import { requireFree } from './require-free'

type Said = Omit<DissentDraft, 'id'>

/** Dissents from a finding, for those who have judged what it is about: signed, one of each, and beside it wherever it is. */
export async function writeDissent(actor: Actor, findingId: string, { id, ...said }: DissentDraft): Promise<Dissent> {
  return record(actor, async (tx) => {
    const found = await findFinding(actor, findingId, tx)
    authoriseFinding(actor, 'dissent:write', found)
    await requireFree(actor, tx, found)
    await requireFirst(actor, tx, findingId)
    const kept = await keptDissent(tx, found, said)
    const { workspaceId } = found
    await tx.dissent.create({ data: { id, workspaceId, findingId, authorId: actor.id, ...kept } })
    return { answer: await readDissent(id, tx), happened: await changed(tx, found, 'dissent.written', id) }
  })
}

/** Changes one's dissent; a stale change is refused with both, and published versions keep what it said. */
export async function updateDissent(
  actor: Actor,
  dissentId: string,
  { version, ...said }: DissentChange,
): Promise<Dissent> {
  return record(actor, async (tx) => {
    const { found, ...dissent } = await findOwn(actor, tx, dissentId)
    if (dissent.version !== version) {
      const theirs = await readDissent(dissentId, tx)
      throw new Refusal('conflict', 'This dissent was changed meanwhile.', { theirs, yours: said })
    }
    const kept = await keptDissent(tx, found, said)
    await tx.dissent.update({
      where: { id: dissentId },
      data: { ...kept, version: version + 1, updatedAt: new Date() },
    })
    return {
      answer: await readDissent(dissentId, tx),
      happened: await changed(tx, found, 'dissent.updated', dissentId),
    }
  })
}

/** Withdraws one's dissent; published versions keep it. */
export async function withdrawDissent(actor: Actor, dissentId: string): Promise<{ done: true }> {
  return record(actor, async (tx) => {
    const { found } = await findOwn(actor, tx, dissentId)
    await tx.dissent.update({ where: { id: dissentId }, data: { withdrawnAt: new Date() } })
    return { answer: { done: true }, happened: await changed(tx, found, 'dissent.withdrawn', dissentId) }
  })
}

/** A dissent that the actor may change now, with its finding, both locked. */
async function findOwn(actor: Actor, tx: Tx, dissentId: string): Promise<{ found: FindingFacts; version: number }> {
  const place = await tx.dissent.findUnique({ where: { id: dissentId }, select: { findingId: true } })
  const found = place && (await findFinding(actor, place.findingId, tx))
  if (!found) throw notFound('dissent')
  const dissent = await tx.dissent.findUniqueOrThrow({ where: { id: dissentId } })
  const { trashed } = found
  authorise(actor, 'dissent:update', dissent.withdrawnAt ? null : { ...dissent, trashed }, 'dissent')
  await requireFree(actor, tx, found)
  return { found, version: dissent.version }
}

/** One that was withdrawn makes room for another. */
async function requireFirst(actor: Actor, tx: Tx, findingId: string): Promise<void> {
  await tx.dissent.deleteMany({ where: { findingId, authorId: actor.id, withdrawnAt: { not: null } } })
  const before = await tx.dissent.findFirst({ where: { findingId, authorId: actor.id }, select: { id: true } })
  if (!before) return
  throw new Refusal('conflict', 'You dissent already. You can change what you wrote.', { dissentId: before.id })
}

async function keptDissent(
  tx: Tx,
  { claimId }: FindingFacts,
  { rating, likelihood, confidence, json }: Said,
): Promise<Pick<Said, 'rating' | 'likelihood' | 'confidence'> & CommentContent> {
  refuseWrong(wrongInRated(await formOf(tx, claimId), { rating, likelihood }))
  return { rating, likelihood, confidence, ...commentContent(json, 'dissent') }
}

async function changed(tx: Tx, found: FindingFacts, kind: EventKind, dissentId: string): Promise<Happened[]> {
  if (found.claimId !== null) await touchClaims(tx, [found.claimId])
  return toldOfFinding(found, kind, dissentId)
}
