import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { db, type Tx } from '../db'
import { record, type Happened } from '../events'
import { allowRemoving } from '../removing'
import { forget } from './forget'
import { nextFormerName, renameEverywhere } from './former-member'
import { prove } from './prove'

/** A workspace that nobody else could look after. */
type Owned = { id: string; name: string }

/** The workspaces that the actor must hand over or delete before they can be erased, by name. */
export function listOnlyMine(actor: Actor, tx: Tx = db): Promise<Owned[]> {
  return tx.$queryRaw<Owned[]>`
    SELECT w.id, w.name FROM "Membership" m JOIN "Workspace" w ON w.id = m."workspaceId"
    WHERE m."userId" = ${actor.id}::uuid AND m.role = 'owner' AND w."deletedAt" IS NULL AND NOT EXISTS (
      SELECT FROM "Membership" o WHERE o."workspaceId" = m."workspaceId" AND o."userId" <> m."userId" AND o.role = 'owner')
    ORDER BY lower(w.name), w.id`
}

/**
 * Erases the actor, at once and for good: their account, what is theirs alone, and their name wherever it was kept. What they
 * wrote for others stays, as the record of a team, by a "Former member" with a number. Refused while they are the only owner of a
 * workspace, which are named, and until they have shown once more who they are.
 */
export async function eraseMe(actor: Actor, { password }: { password: string }): Promise<{ done: true }> {
  await prove(actor, password)
  const { email } = await db.user.findUniqueOrThrow({ where: { id: actor.id } })
  return record(actor, (tx) => erase(tx, actor, email))
}

/** What stands before erasing: workspaces that are the actor's alone, and whether they have a password to give. */
export async function readErasing(actor: Actor): Promise<{ onlyMine: Owned[]; password: boolean }> {
  const { passwordHash } = await db.user.findUniqueOrThrow({ where: { id: actor.id } })
  return { onlyMine: await listOnlyMine(actor), password: passwordHash !== null }
}

async function erase(tx: Tx, actor: Actor, email: string) {
  const { id } = actor
  const memberships = await lockMemberships(tx, actor)
  const mine = await listOnlyMine(actor, tx)
  if (mine.length > 0) throw new Refusal('conflict', onlyOwner(mine), { workspaces: mine })
  await allowRemoving(tx)
  await forget(tx, { id, email })
  const name = await nextFormerName(tx)
  await renameEverywhere(tx, { id, email, name })
  await tx.user.update({
    where: { id },
    data: { name, email: `${id}@former.invalid`, passwordHash: null, erasedAt: new Date() },
  })
  const gone = memberships.map((workspaceId): Happened => {
    return { in: { kind: 'workspace', id: workspaceId }, kind: 'member.removed', subject: id, workspaceId, address: '' }
  })
  const erased: Happened = {
    in: { kind: 'person', id },
    kind: 'person.erased',
    subject: id,
    workspaceId: null,
    address: '',
  }
  return { answer: { done: true as const }, happened: [...gone, erased] }
}

/** All memberships of the actor's workspaces, so that two owners of one who leave at once come one after the other. */
async function lockMemberships(tx: Tx, actor: Actor): Promise<string[]> {
  const rows = await tx.$queryRaw<{ workspaceId: string; userId: string }[]>`
    SELECT "workspaceId", "userId" FROM "Membership"
    WHERE "workspaceId" IN (SELECT m."workspaceId" FROM "Membership" m WHERE m."userId" = ${actor.id}::uuid)
    ORDER BY "workspaceId", "userId" FOR UPDATE`
  return rows.filter(({ userId }) => userId === actor.id).map(({ workspaceId }) => workspaceId)
}

function onlyOwner(workspaces: readonly Owned[]): string {
  const names = new Intl.ListFormat('en').format(workspaces.map(({ name }) => `“${name}”`))
  return `You are the only owner of ${names}. Make someone else an owner, or delete the workspace, and come back.`
}
