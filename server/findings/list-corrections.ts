import { z } from 'zod'
import { Id, Moment } from '@/domain/endpoint'
import type { Correction } from '@/domain/findings/correction'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { passageColumn } from '../claims/list-occurrences'
import { seenAnnotation, seenClaim } from '../claims/seen'
import { cursor, paged } from '../cursor'
import { db, empty, sql, type Sql, type Tx } from '../db'
import { findProject } from '../projects/find-project'
import { visibleTo } from '../visible-to'
import { person } from './person'

type Row = Omit<Correction, 'createdAt' | 'sentAt'> & { createdAt: Date; sentAt: Date | null }
type Query = { cursor?: string | undefined; limit: number; document?: string | undefined }

const position = cursor(z.tuple([Moment, Id]))

/** What the authors of a project's documents should change, in the order in which it was proposed. */
export async function listCorrections(
  actor: Actor,
  projectId: string,
  { cursor: text, limit, document }: Query,
): Promise<{ items: Correction[]; next: string | null }> {
  authorise(actor, 'project:read', await findProject(projectId), 'project')
  const last = position.read(text)
  const where = sql`co."projectId" = ${projectId}::uuid ${document ? sql`AND d.id = ${document}::uuid` : empty}
    ${last ? sql`AND (co."createdAt", co.id) > (${new Date(last[0])}, ${last[1]}::uuid)` : empty}`
  const rows = await readRows(actor, { where, limit: limit + 1 })
  return paged(rows, limit, present, ({ createdAt, id }) => position.write([createdAt.toISOString(), id]))
}

/** One correction that is known to be the actor's to read. */
export async function readCorrection(actor: Actor, id: string, tx: Tx): Promise<Correction> {
  const [row] = await readRows(actor, { where: sql`co.id = ${id}::uuid`, limit: 1 }, tx)
  if (!row) throw new TypeError(`correction ${id} is gone`)
  return present(row)
}

function readRows(actor: Actor, { where, limit }: { where: Sql; limit: number }, tx: Tx = db): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT co.id, ${passageColumn} AS passage, (
        SELECT json_build_object('id', c.id, 'statement', c.statement) FROM "Claim" c
        WHERE c.id = co."claimId" AND ${seenClaim(actor, 'c')}) AS claim,
      co.problem, co.proposed, ${person(sql`co."authorId"`)} AS author, co.version, co."createdAt", co."sentAt"
    FROM "Correction" co JOIN "Annotation" a ON a.id = co."annotationId" AND ${seenAnnotation(actor)}
      JOIN "Document" d ON d.id = a."documentId" AND ${visibleTo.document(actor, 'd')}
    WHERE co."removedAt" IS NULL AND ${where} ORDER BY co."createdAt", co.id LIMIT ${limit}`
}

/** In the order of the schema, so that a retry is answered with the very same bytes. */
function present({ createdAt, sentAt, ...row }: Row): Correction {
  return { ...row, createdAt: createdAt.toISOString(), sentAt: sentAt?.toISOString() ?? null }
}
