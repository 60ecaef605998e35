import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import type { Phase } from '@/domain/seals/phase'
import { record } from '../events'
import { findPhase } from './find-seal'
import { readPhase } from './read-phases'
import { reveal } from './reveal'
import { toldOf } from './told-of'

/** Shows to all, at once, what everyone made in a phase. There is no way back, so it is refused a second time. */
export async function revealPhase(actor: Actor, phaseId: string): Promise<Phase> {
  return record(actor, async (tx) => {
    const found = await findPhase(phaseId, tx)
    authorise(actor, 'phase:reveal', found, 'phase')
    const revealed = await reveal(actor, tx, phaseId)
    const phase = await readPhase(tx, actor, phaseId)
    if (!revealed) throw already(phase)
    return { answer: phase, happened: toldOf(found, 'phase.revealed') }
  })
}

function already(theirs: Phase): Refusal {
  const who = theirs.revealedBy?.name ?? 'Someone'
  return new Refusal('conflict', `${who} has revealed this phase already.`, { theirs })
}
