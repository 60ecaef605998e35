import { route } from '@/app/_door/route'
import { readScores } from '@/server/findings/read-scores'

export const GET = route('GET /projects/{projectId}/scores', (actor, { params }) => readScores(actor, params.projectId))
