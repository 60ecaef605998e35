import { route } from '@/app/_door/route'
import { revealPhase } from '@/server/seals/reveal-phase'

export const POST = route('POST /phases/{phaseId}/reveal', (actor, { params }) => revealPhase(actor, params.phaseId))
