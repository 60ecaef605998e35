import type { Finding, FindingContent } from '@/domain/findings/finding'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { moveTo, requireStep, touchClaims } from '../claims/step'
import type { Tx } from '../db'
import { record } from '../events'
import { authoriseFinding, findFinding, type FindingFacts } from './find-finding'
import { asJson, findingContent } from './finding-content'
import { formOf } from './form-of'
import { toldOfFinding } from './happened'
import { readFinding } from './present'
import { isLeft, requireFree } from './require-free'

/**
 * Writes the draft of a finding anew; what is published stays until that is published too. Who signed it signed what it
 * said before. Where its claim was judged again or reopened since, the finding is taken up with it. Of two who write at
 * once the second is refused with both texts.
 */
export async function updateFinding(
  actor: Actor,
  findingId: string,
  { version, content }: { version: number; content: FindingContent },
): Promise<Finding> {
  return record(actor, async (tx) => {
    const found = await findFinding(actor, findingId, tx)
    authoriseFinding(actor, 'finding:write', found)
    await requireFree(actor, tx, found)
    await requireNewest(actor, tx, found, { version, content })
    const said = asJson(findingContent(await formOf(tx, found.claimId), content))
    await takeUp(tx, found)
    const written = { version: version + 1, updatedById: actor.id, updatedAt: new Date() }
    await tx.finding.update({ where: { id: findingId }, data: { content: said, ...written } })
    return { answer: await readFinding(actor, findingId, tx), happened: toldOfFinding(found, 'finding.updated') }
  })
}

/** Refuses what is said about a draft that was written anew since, with both. */
export async function requireNewest<Y extends { version: number }>(
  actor: Actor,
  tx: Tx,
  found: FindingFacts,
  yours: Y,
): Promise<void> {
  if (found.version === yours.version) return
  const theirs = await readFinding(actor, found.id, tx)
  throw new Refusal('conflict', `${theirs.updatedBy.name} changed this finding meanwhile.`, { theirs, yours })
}

async function takeUp(tx: Tx, found: FindingFacts): Promise<void> {
  const { claim } = found
  if (!claim) return
  if (isLeft(found)) await moveTo(tx, claim.id, { state: requireStep('write a finding', claim), reason: '' })
  else await touchClaims(tx, [claim.id])
}
