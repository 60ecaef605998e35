import type { Finding } from '@/domain/findings/finding'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { record } from '../events'
import { authoriseFinding, findFinding } from './find-finding'
import { toldOfFinding } from './happened'
import { readFinding } from './present'
import { requireFree, requireTakenUp } from './require-free'
import { requireNewest } from './update-finding'

/** Signs the draft as it stands, for those who have judged what it is about. A change of it needs a new signature. */
export async function signFinding(actor: Actor, findingId: string, signing: { version: number }): Promise<Finding> {
  return record(actor, async (tx) => {
    const found = await findFinding(actor, findingId, tx)
    authoriseFinding(actor, 'finding:sign', found)
    await requireFree(actor, tx, found)
    requireTakenUp(found)
    await requireNewest(actor, tx, found, signing)
    const { version, workspaceId } = found
    await tx.signOff.upsert({
      where: { findingId_userId: { findingId, userId: actor.id } },
      create: { findingId, userId: actor.id, workspaceId, version },
      update: { version, signedAt: new Date() },
    })
    return { answer: await readFinding(actor, findingId, tx), happened: toldOfFinding(found, 'finding.signed') }
  })
}

/** Takes one's signature back; published versions keep it. */
export async function unsignFinding(actor: Actor, findingId: string): Promise<Finding> {
  return record(actor, async (tx) => {
    const found = await findFinding(actor, findingId, tx)
    authoriseFinding(actor, 'finding:sign', found)
    await requireFree(actor, tx, found)
    const { count } = await tx.signOff.deleteMany({
      where: { findingId, userId: actor.id, version: found.version },
    })
    if (count === 0) throw new Refusal('conflict', 'You have not signed this finding as it stands.')
    return { answer: await readFinding(actor, findingId, tx), happened: toldOfFinding(found, 'finding.unsigned') }
  })
}
