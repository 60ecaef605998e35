import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { csv, type Table } from '@/domain/reports/csv'
import { anyMember } from '../any-member'
import { sql, type Sql } from '../db'
import { readJudged } from '../disagreement/judged'
import { measure } from '../disagreement/measure'
import { findProject } from '../projects/find-project'
import { agreementRows } from './agreement-rows'
import { evidenceRows } from './evidence-rows'
import { verdictRows } from './verdict-rows'

export type What = 'verdicts' | 'evidence' | 'agreement'

const TABLES: Readonly<Record<What, (reader: Actor, claims: Sql) => Promise<Table>>> = {
  verdicts: verdictRows,
  evidence: evidenceRows,
  agreement: agreementRows,
}

/** What goes with a table in JSON, which has a place for it. */
const BESIDE: Readonly<Partial<Record<What, (reader: Actor, claims: Sql) => Promise<object>>>> = {
  agreement: async (reader, claims) => {
    const judged = await readJudged(reader, claims)
    const [{ figures }, kappas] = await Promise.all([measure('claims', judged), measure('kappas', judged)])
    return { figures, kappas }
  },
}

/**
 * What was judged in a project, as a table to reckon with: as far as every member may know it, since it is to leave the
 * house. In JSON figures of agreement go with their input, Cohen's and Fleiss' kappa among them.
 */
export async function exportTable(actor: Actor, projectId: string, what: What, as: 'csv' | 'json') {
  const project = await findProject(projectId)
  authorise(actor, 'project:read', project, 'project')
  const reader = anyMember(project.workspaceId)
  const claims = sql`c."projectId" = ${projectId}::uuid`
  const { columns, rows } = await TABLES[what](reader, claims)
  if (as === 'csv')
    return { name: `${what}.csv`, mediaType: 'text/csv; charset=utf-8; header=present', text: csv({ columns, rows }) }
  const beside = (await BESIDE[what]?.(reader, claims)) ?? {}
  return {
    name: `${what}.json`,
    mediaType: 'application/json',
    text: `${JSON.stringify({ [what]: rows, ...beside }, null, 1)}\n`,
  }
}
