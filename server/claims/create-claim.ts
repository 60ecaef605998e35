import type { Claim, ClaimDraft } from '@/domain/claims/claim'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { record } from '../events'
import { findProject } from '../projects/find-project'
import { happenedNew } from './happened'
import { insertClaim, insertOccurrences } from './insert-claim'
import { oneSeal, phasesAround } from './phases-around'
import { readClaim } from './present'
import { takePassages } from './take-passages'

/**
 * Proposes a claim, with the passages in which it occurs. If a phase is open on the document of one of them, the claim is
 * held under it with all of its occurrences, also those in other documents; two phases at once are refused.
 */
export async function createClaim(actor: Actor, projectId: string, draft: ClaimDraft): Promise<Claim> {
  return record(actor, async (tx) => {
    const project = await findProject(projectId, tx)
    authorise(actor, 'claim:create', project, 'project')
    const { id, priority, occurrences, ...content } = draft
    const phases = await phasesAround(tx, { annotationIds: occurrences.map(({ annotationId }) => annotationId) })
    const { seals, happened } = await takePassages(actor, tx, { projectId, phases }, occurrences)
    const sealId = oneSeal(seals)
    const { workspaceId } = project
    const made = { workspaceId, projectId, authorId: actor.id, sealId }
    await insertClaim(tx, { ...made, id, priority }, content)
    await insertOccurrences(tx, occurrences, { workspaceId, claimId: id, authorId: actor.id, sealId })
    return {
      answer: await readClaim(actor, id, tx),
      happened: [...happened, ...happenedNew({ ...made, id, held: sealId !== null })],
    }
  })
}
