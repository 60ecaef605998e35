import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { notFound } from '@/domain/refusal'
import { db, empty, sql, type Tx } from '../db'

/** What the policy and the changes of a source turn on. */
export type SourceFacts = {
  id: string
  workspaceId: string
  projectId: string
  authorId: string
  originId: string | null
  version: number
  retracted: boolean
}

/** The facts about a source, or null. With `tx` its row is locked until the transaction ends. */
export async function findSource(sourceId: string, tx?: Tx): Promise<SourceFacts | null> {
  return (await findSources([sourceId], tx)).get(sourceId) ?? null
}

/** The same of several, by id. They are locked in the order of their ids, so that no two writers wait for each other. */
export async function findSources(sourceIds: readonly string[], tx?: Tx): Promise<Map<string, SourceFacts>> {
  const rows = await (tx ?? db).$queryRaw<SourceFacts[]>`
    SELECT s.id, s."workspaceId", s."projectId", s."authorId", s."originId", s.version,
      s."retractedAt" IS NOT NULL AS retracted
    FROM "Source" s WHERE s.id = ANY(${[...sourceIds]}::uuid[])
    ORDER BY s.id ${tx ? sql`FOR NO KEY UPDATE` : empty}`
  return new Map(rows.map((row) => [row.id, row]))
}

/** Refuses a source that is not one of the project. */
export async function requireSource(actor: Actor, tx: Tx, projectId: string, sourceId: string): Promise<void> {
  const source = await tx.source.findUnique({
    where: { id: sourceId },
    select: { workspaceId: true, projectId: true },
  })
  authorise(actor, 'project:read', source, 'source')
  if (source.projectId !== projectId) throw notFound('source')
}
