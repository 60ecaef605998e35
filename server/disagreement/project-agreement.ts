import type { Agreement } from '@/domain/findings/disagreement'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { sql } from '../db'
import { findProject } from '../projects/find-project'
import { readJudged } from './judged'
import { measure } from './measure'

/** How far the reviewers of a project agree, by what is revealed: before they talked, and after further rounds. */
export async function projectAgreement(actor: Actor, projectId: string): Promise<Agreement> {
  authorise(actor, 'project:read', await findProject(projectId), 'project')
  return measure('claims', await readJudged(actor, sql`c."projectId" = ${projectId}::uuid`))
}
