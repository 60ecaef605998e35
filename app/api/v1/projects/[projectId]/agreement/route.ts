import { route } from '@/app/_door/route'
import { projectAgreement } from '@/server/disagreement/project-agreement'

export const GET = route('GET /projects/{projectId}/agreement', (actor, { params }) =>
  projectAgreement(actor, params.projectId),
)
