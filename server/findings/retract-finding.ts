import type { Finding } from '@/domain/findings/finding'
import type { Actor } from '@/domain/permissions/policy'
import { record } from '../events'
import { asJson } from './finding-content'
import { toldOfFinding } from './happened'
import { readFinding } from './present'
import { findPublishable, insertVersion, moveFinding } from './publishable'

/** Retracts what is published, with the reason: that and what it stood on are kept. */
export async function retractFinding(
  actor: Actor,
  findingId: string,
  given: { version: number; reason: string },
): Promise<Finding> {
  return record(actor, async (tx) => {
    const found = await findPublishable(actor, tx, findingId, 'retract', given)
    const { content, grounds } = await tx.findingVersion.findUniqueOrThrow({
      where: { findingId_number: { findingId, number: found.number } },
      select: { content: true, grounds: true },
    })
    const said = { content: asJson(Object(content) as object), grounds: asJson(Object(grounds) as object) }
    await insertVersion(actor, tx, found, { ...said, reason: given.reason, adjudication: '', retracts: true })
    await moveFinding(actor, tx, found, 'retract', given.reason)
    return { answer: await readFinding(actor, findingId, tx), happened: toldOfFinding(found, 'finding.retracted') }
  })
}
