import { route } from '@/app/_door/route'
import { getPhase } from '@/server/seals/list-phases'

export const GET = route('GET /phases/{phaseId}', (actor, { params }) => getPhase(actor, params.phaseId))
