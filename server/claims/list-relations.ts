import { z } from 'zod'
import type { Relation } from '@/domain/claims/relation'
import type { Disposition, RelationKind } from '@/domain/claims/words'
import { Id, Moment } from '@/domain/endpoint'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { cursor, paged } from '../cursor'
import { join, sql, type Sql } from '../db'
import { findProject } from '../projects/find-project'
import { visibleTo } from '../visible-to'
import { authoriseRelation, findRelation } from './find-relation'
import { presentRelation, readRelation, readRelations } from './present-relation'
import { seenAnnotation, seenOccurrences, seenRelations } from './seen'

export type RelationQuery = {
  cursor?: string | undefined
  limit: number
  kind?: RelationKind | undefined
  disposition?: Disposition | undefined
  document?: string | undefined
  claim?: string | undefined
}

const position = cursor(z.tuple([Moment, Id]))

/** How the claims of a project stand to each other, newest first: those of which the actor can see both ends. */
export async function listRelations(
  actor: Actor,
  projectId: string,
  query: RelationQuery,
): Promise<{ items: Relation[]; next: string | null }> {
  authorise(actor, 'project:read', await findProject(projectId), 'project')
  const where = join([sql`r."projectId" = ${projectId}::uuid`, ...conditions(actor, query)], ' AND ')
  const rows = await readRelations(
    actor,
    sql`SELECT r.* FROM ${seenRelations(actor)} WHERE ${where}
      ORDER BY r."createdAt" DESC, r.id DESC LIMIT ${query.limit + 1}`,
    sql`a."createdAt" DESC, a.id DESC`,
  )
  return paged(rows, query.limit, presentRelation, ({ createdAt, id }) => position.write([createdAt.toISOString(), id]))
}

/** One relation, as the actor sees it. */
export async function getRelation(actor: Actor, relationId: string): Promise<Relation> {
  authoriseRelation(actor, 'claim:read', await findRelation(relationId))
  return readRelation(actor, relationId)
}

function conditions(actor: Actor, { cursor: text, kind, disposition, document, claim }: RelationQuery): Sql[] {
  const last = position.read(text)
  return [
    kind && sql`r.kind = ${kind}::"RelationKind"`,
    disposition && sql`r.disposition = ${disposition}::"Disposition"`,
    document && standsIn(actor, document),
    claim && sql`(r."fromId" = ${claim}::uuid OR r."toId" = ${claim}::uuid)`,
    last && sql`(r."createdAt", r.id) < (${new Date(last[0])}, ${last[1]}::uuid)`,
  ].filter((condition) => typeof condition === 'object' && condition !== null)
}

/** Whether a passage that relation `r` names, or one of either claim, stands in the document and can be seen. */
function standsIn(actor: Actor, documentId: string): Sql {
  return sql`(EXISTS (
      SELECT FROM "Annotation" a JOIN "Document" d ON d.id = a."documentId"
      WHERE a.id IN (r."fromAnnotationId", r."toAnnotationId") AND d.id = ${documentId}::uuid
        AND ${seenAnnotation(actor)} AND ${visibleTo.document(actor, 'd')})
    OR EXISTS (
      SELECT FROM ${seenOccurrences(actor)}
      WHERE o."claimId" IN (r."fromId", r."toId") AND d.id = ${documentId}::uuid))`
}
