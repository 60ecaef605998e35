import { z } from 'zod'
import { Id, line, Moment, prose, Version } from '../endpoint'

export const ProjectName = line(120)
export const ProjectDescription = prose(2000)

export const Project = z.strictObject({
  id: Id,
  workspaceId: Id,
  name: z.string(),
  description: z.string(),
  version: Version,
  createdAt: Moment,
  /** Documents outside the trash. */
  documents: z.int(),
})
export type Project = z.infer<typeof Project>
