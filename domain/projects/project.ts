import { z } from 'zod'
import { Id, line, Moment, prose, Version } from '../endpoint'

export const ProjectName = line(120)
export const ProjectDescription = prose(2000)
export const SignOffs = z.int().min(1, 'At least one reviewer signs.').max(20, 'At most 20 reviewers sign.')

export const Project = z.strictObject({
  id: Id,
  workspaceId: Id,
  name: z.string(),
  description: z.string(),
  /** How many reviewers must have signed a finding before it is published. */
  signOffs: z.int(),
  /** Whether an editor may publish with fewer, saying why. */
  adjudicates: z.boolean(),
  version: Version,
  createdAt: Moment,
  /** Documents outside the trash. */
  documents: z.int(),
})
export type Project = z.infer<typeof Project>
