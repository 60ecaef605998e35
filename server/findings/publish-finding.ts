import { missingIn } from '@/domain/findings/check'
import type { Finding, Publishing } from '@/domain/findings/finding'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { record } from '../events'
import { adjudicationOf } from './adjudication'
import { asJson, refuseWrong } from './finding-content'
import { formOf } from './form-of'
import { readGrounds } from './grounds'
import { toldOfFinding } from './happened'
import { overrule, overruledIn, requireReason } from './overrule'
import { readFinding } from './present'
import { findPublishable, insertVersion, moveFinding, type Deed } from './publishable'

const KINDS = { publish: 'finding.published', correct: 'finding.corrected' } as const

/** Publishes the draft of a finding for the workspace, by the project's rule; those whom it overrules are told. */
export const publishFinding = (actor: Actor, findingId: string, publishing: Publishing): Promise<Finding> =>
  publish(actor, findingId, 'publish', publishing)

/** Publishes a corrected version of what is published, by the same rule and with the reason; the one before is kept. */
export const correctFinding = (actor: Actor, findingId: string, correcting: Publishing): Promise<Finding> =>
  publish(actor, findingId, 'correct', correcting)

async function publish(actor: Actor, findingId: string, deed: keyof typeof KINDS, given: Publishing): Promise<Finding> {
  return record(actor, async (tx) => {
    const found = await findPublishable(actor, tx, findingId, deed, given)
    const draft = await readFinding(actor, findingId, tx)
    const form = await formOf(tx, found.claimId)
    refuseWrong(missingIn(form, draft.content))
    const reason = reasonOf(deed, draft, given)
    const adjudication = adjudicationOf(draft, given)
    const grounds = await readGrounds(tx, draft, form)
    const overruled = overruledIn(draft.content, grounds)
    requireReason(overruled, given.overruling)
    const said = { content: asJson(draft.content), grounds: asJson(grounds), reason, adjudication }
    const id = await insertVersion(actor, tx, found, said)
    await moveFinding(actor, tx, found, deed, reason)
    const told = await overrule(tx, { id, finding: found, reason: given.overruling }, overruled)
    return {
      answer: await readFinding(actor, findingId, tx),
      happened: [...toldOfFinding(found, KINDS[deed]), ...told],
    }
  })
}

/** Why there is a new version: of what was published before one is needed, and something new; the first has none. */
function reasonOf(deed: Deed, { published, changed }: Finding, { reason }: Publishing): string {
  if (published === null) return ''
  if (deed === 'correct' && !changed) {
    throw new Refusal('conflict', 'The draft says what is published already. Change it first, and then correct it.')
  }
  if (reason !== '') return reason
  const message = 'This finding was published before. Please say why there is a new one.'
  throw new Refusal('invalid', message, { fields: [{ field: 'reason', message }] })
}
