import { z } from 'zod'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import type { Project } from '@/domain/projects/project'
import { cursor, paged } from '../cursor'
import { db, empty, sql } from '../db'
import { visibleTo } from '../visible-to'
import { findProject } from './find-project'
import { presentProject } from './present'

type Row = {
  id: string
  workspaceId: string
  name: string
  description: string
  signOffs: number
  adjudicates: boolean
  version: number
  createdAt: Date
  documents: number
}

const position = cursor(z.strictObject({ at: z.iso.datetime(), id: z.uuid() }))

/** The projects of a workspace, newest first. */
export async function listProjects(
  actor: Actor,
  workspaceId: string,
  { cursor: at, limit }: { cursor?: string | undefined; limit: number },
) {
  authorise(actor, 'workspace:read', { workspaceId }, 'workspace')
  const after = position.read(at)
  const rows = await db.$queryRaw<Row[]>`
    SELECT p.id, p."workspaceId", p.name, p.description, p."signOffs", p.adjudicates, p.version, p."createdAt",
      (SELECT count(*)::int FROM "Document" d WHERE d."projectId" = p.id AND d."trashedAt" IS NULL) AS documents
    FROM "Project" p
    WHERE p."workspaceId" = ${workspaceId}::uuid AND ${visibleTo.members(actor, 'p')}
      ${after ? sql`AND (p."createdAt", p.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : empty}
    ORDER BY p."createdAt" DESC, p.id DESC LIMIT ${limit + 1}`
  const present = (row: Row): Project => ({ ...row, createdAt: row.createdAt.toISOString() })
  return paged(rows, limit, present, (row) => position.write({ at: row.createdAt.toISOString(), id: row.id }))
}

/** One project. */
export async function getProject(actor: Actor, projectId: string): Promise<Project> {
  const project = await findProject(projectId)
  authorise(actor, 'project:read', project, 'project')
  return presentProject(project)
}
