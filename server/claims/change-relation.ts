import type { Relation } from '@/domain/claims/relation'
import type { Disposition, Strength } from '@/domain/claims/words'
import type { EventKind } from '@/domain/event'
import type { Actor, Permission } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import type { Tx } from '../db'
import { record, type Happened } from '../events'
import { happenedIn } from '../seals/happened-in'
import { refuseInPhase } from '../seals/seal-for'
import { requireNewRelation } from './create-relation'
import { authoriseRelation, findRelation, type RelationFacts } from './find-relation'
import { readRelation } from './present-relation'
import { refusePinned, touchClaims } from './step'

type Settling = { version: number; strength: Strength; disposition: Disposition; reason: string }

/** Says how strong a conflict is and what became of it; a stale change is refused with both. */
export async function settleRelation(
  actor: Actor,
  relationId: string,
  { version, ...settling }: Settling,
): Promise<Relation> {
  return record(actor, async (tx) => {
    const found = await findChangeable(actor, tx, 'relation:settle', relationId)
    if (found.kind !== 'conflicts') throw new Refusal('conflict', 'Only a conflict is settled, and this is none.')
    if (found.version !== version) {
      const theirs = await readRelation(actor, relationId, tx)
      throw new Refusal('conflict', 'This conflict was settled or changed meanwhile.', { theirs, yours: settling })
    }
    const open = settling.disposition === 'open'
    const settled = { settledById: open ? null : actor.id, settledAt: open ? null : new Date() }
    await tx.claimRelation.update({
      where: { id: relationId },
      data: { ...settling, ...settled, version: version + 1 },
    })
    const happened = await changed(tx, found, 'relation.settled')
    return { answer: await readRelation(actor, relationId, tx), happened }
  })
}

/** Takes a relation back. */
export async function removeRelation(actor: Actor, relationId: string): Promise<{ done: true }> {
  return record(actor, async (tx) => {
    const found = await findChangeable(actor, tx, 'relation:remove', relationId)
    await tx.claimRelation.update({ where: { id: relationId }, data: { removedAt: new Date() } })
    return { answer: { done: true }, happened: await changed(tx, found, 'relation.removed') }
  })
}

/** Undoes that a relation was taken back, for those who may take it back; for all others it does not exist. */
export async function restoreRelation(actor: Actor, relationId: string): Promise<Relation> {
  return record(actor, async (tx) => {
    const found = await findChangeable(actor, tx, 'relation:remove', relationId, { orRemoved: true })
    if (!found.removed) throw new Refusal('conflict', 'This relation is not removed.')
    await requireNewRelation(actor, tx, found)
    await tx.claimRelation.update({ where: { id: relationId }, data: { removedAt: null } })
    const happened = await changed(tx, found, 'relation.restored')
    return { answer: await readRelation(actor, relationId, tx), happened }
  })
}

/** A relation that the actor may change now: not while one of its claims is judged, nor while its document stands still. */
async function findChangeable(
  actor: Actor,
  tx: Tx,
  permission: Permission,
  relationId: string,
  orRemoved: { orRemoved?: boolean } = {},
): Promise<RelationFacts> {
  const found = await findRelation(relationId, tx)
  authoriseRelation(actor, permission, found, orRemoved)
  refusePinned(...found.ends)
  refuseInPhase({ phaseId: found.phaseId, private: false, held: found.held })
  return found
}

async function changed(tx: Tx, found: RelationFacts, kind: EventKind): Promise<Happened> {
  if (!found.held) await touchClaims(tx, [found.fromId, found.toId])
  return happenedIn({ kind: 'project', id: found.projectId }, found, kind, found.id)
}
