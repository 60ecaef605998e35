import { z } from 'zod'
import { Id, Moment } from '@/domain/endpoint'
import type { Finding, FindingState, FindingVersion } from '@/domain/findings/finding'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { cursor, paged } from '../cursor'
import { db, empty, sql } from '../db'
import { findProject } from '../projects/find-project'
import { authoriseFinding, findFinding } from './find-finding'
import { presentFinding, readFinding, readFindings } from './present'
import { presentVersion, versionJson, type VersionRow } from './present-version'
import { seenFindings } from './seen'

type Paging = { cursor?: string | undefined; limit: number }

const changed = cursor(z.tuple([Moment, Id]))
const numbered = cursor(z.int32())

/** The findings of a project that the actor can see, the latest changed first. */
export async function listFindings(
  actor: Actor,
  projectId: string,
  { cursor: text, limit, state }: Paging & { state?: FindingState | undefined },
): Promise<{ items: Finding[]; next: string | null }> {
  authorise(actor, 'project:read', await findProject(projectId), 'project')
  const last = changed.read(text)
  const rows = await readFindings(
    actor,
    sql`SELECT f.* FROM ${seenFindings(actor)} AND f."projectId" = ${projectId}::uuid
      ${state ? sql`AND f.state = ${state}::"FindingState"` : empty}
      ${last ? sql`AND (f."updatedAt", f.id) < (${new Date(last[0])}, ${last[1]}::uuid)` : empty}
      ORDER BY f."updatedAt" DESC, f.id DESC LIMIT ${limit + 1}`,
    sql`a."updatedAt" DESC, a.id DESC`,
  )
  return paged(rows, limit, presentFinding, ({ updatedAt, id }) => changed.write([updatedAt.toISOString(), id]))
}

/** One finding, as the actor sees it. */
export async function getFinding(actor: Actor, findingId: string): Promise<Finding> {
  authoriseFinding(actor, 'finding:read', await findFinding(actor, findingId))
  return readFinding(actor, findingId)
}

/** What was published of a finding, newest first: the corrected and the retracted too. */
export async function listFindingVersions(
  actor: Actor,
  findingId: string,
  { cursor: text, limit }: Paging,
): Promise<{ items: FindingVersion[]; next: string | null }> {
  authoriseFinding(actor, 'finding:read', await findFinding(actor, findingId))
  const last = numbered.read(text)
  const rows = await db.$queryRaw<{ version: VersionRow }[]>`
    SELECT ${versionJson} AS version FROM "FindingVersion" fv
    WHERE fv."findingId" = ${findingId}::uuid ${last === null ? empty : sql`AND fv.number < ${last}`}
    ORDER BY fv.number DESC LIMIT ${limit + 1}`
  return paged(
    rows,
    limit,
    ({ version }) => presentVersion(version),
    ({ version }) => numbered.write(version.number),
  )
}
