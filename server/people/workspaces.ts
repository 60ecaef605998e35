import { z } from 'zod'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import type { Role } from '@/domain/permissions/role'
import type { Workspace } from '@/domain/people/workspace'
import { notFound, Refusal } from '@/domain/refusal'
import { cursor, paged } from '../cursor'
import { db, empty, sql, type Sql, type Tx } from '../db'
import { record } from '../events'
import { goesAt, ROLE_NOW, STILL_THERE } from './going'
import { visibleTo } from '../visible-to'

type Paging = { cursor?: string | undefined; limit: number }

const place = cursor(z.strictObject({ name: z.string(), id: z.uuid() }))

/** The workspaces that the actor belongs to, by name. */
export async function listWorkspaces(actor: Actor, { cursor: at, limit }: Paging) {
  const after = place.read(at)
  const beyond = after ? sql`AND (lower(w.name), w.id) > (${after.name}, ${after.id}::uuid)` : empty
  const rows = await select(db, actor, sql`${beyond} ORDER BY lower(w.name), w.id LIMIT ${limit + 1}`)
  return paged(rows, limit, present, ({ key, id }) => place.write({ name: key, id }))
}

/** One workspace, with the actor's role in it. */
export async function getWorkspace(actor: Actor, workspaceId: string, tx: Tx = db): Promise<Workspace> {
  authorise(actor, 'workspace:read', { workspaceId }, 'workspace')
  const [row] = await select(tx, actor, sql`AND w.id = ${workspaceId}::uuid`)
  if (!row) throw notFound('workspace')
  return present(row)
}

/** Makes a workspace; whoever makes it is its owner. */
export async function createWorkspace(actor: Actor, { id, name }: { id: string; name: string }): Promise<Workspace> {
  return record(actor, async (tx) => {
    await tx.workspace.create({ data: { id, name, memberships: { create: { userId: actor.id, role: 'owner' } } } })
    return {
      answer: { id, name, version: 1, role: 'owner' as const, members: 1, goesAt: null },
      happened: { in: { kind: 'workspace', id }, kind: 'workspace.created', subject: id, workspaceId: id },
    }
  })
}

/** Renames a workspace; a stale change is refused with both names. */
export async function renameWorkspace(
  actor: Actor,
  workspaceId: string,
  { version, name }: { version: number; name: string },
): Promise<Workspace> {
  authorise(actor, 'workspace:update', { workspaceId }, 'workspace')
  return record(actor, async (tx) => {
    const { count } = await tx.workspace.updateMany({
      where: { id: workspaceId, version },
      data: { name, version: { increment: 1 } },
    })
    const answer = await getWorkspace(actor, workspaceId, tx)
    if (count === 0)
      throw new Refusal('conflict', 'Someone else renamed this workspace meanwhile.', {
        theirs: answer,
        yours: { name },
      })
    return {
      answer,
      happened: {
        in: { kind: 'workspace', id: workspaceId },
        kind: 'workspace.renamed',
        subject: workspaceId,
        workspaceId,
      },
    }
  })
}

type Row = {
  id: string
  name: string
  key: string
  version: number
  role: Role
  members: number
  deletedAt: Date | null
}

function select(tx: Tx, actor: Actor, rest: Sql): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT w.id, w.name, lower(w.name) AS key, w.version, ${ROLE_NOW} AS role, w."deletedAt",
      (SELECT count(*)::int FROM "Membership" o WHERE o."workspaceId" = w.id) AS members
    FROM "Membership" m JOIN "Workspace" w ON w.id = m."workspaceId"
    WHERE m."userId" = ${actor.id}::uuid AND ${STILL_THERE} AND ${visibleTo.members(actor, 'm')} ${rest}`
}

function present({ id, name, version, role, members, deletedAt }: Row): Workspace {
  return { id, name, version, role, members, goesAt: deletedAt && goesAt(deletedAt) }
}
