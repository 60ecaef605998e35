import { z } from 'zod'
import { endpoint, Id, page, Paging } from '../endpoint'
import { Phase, PhaseDraft } from './phase'

const project = z.strictObject({ projectId: Id })
const phase = z.strictObject({ phaseId: Id })

export const sealEndpoints = {
  'GET /projects/{projectId}/phases': endpoint({
    summary: 'The independent phases of a project, newest first.',
    permission: 'project:read',
    params: project,
    query: z.strictObject(Paging),
    answer: page(Phase),
  }),
  'POST /projects/{projectId}/phases': endpoint({
    summary: 'Open an independent phase on documents: until the reveal, what is made in them is its author’s alone.',
    permission: 'phase:open',
    params: project,
    body: PhaseDraft,
    answer: Phase,
  }),
  'GET /phases/{phaseId}': endpoint({
    summary: 'One phase.',
    permission: 'project:read',
    params: phase,
    answer: Phase,
  }),
  'POST /phases/{phaseId}/reveal': endpoint({
    summary: 'Show to all what everyone made in the phase.',
    permission: 'phase:reveal',
    params: phase,
    answer: Phase,
  }),
}
