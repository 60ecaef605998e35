import { z } from 'zod'
import type { Occurrence } from '@/domain/claims/claim'
import { Id, Moment } from '@/domain/endpoint'
import type { Actor } from '@/domain/permissions/policy'
import { cursor, paged } from '../cursor'
import { db, empty, sql, type Sql, type Tx } from '../db'
import { authoriseClaim, findClaim } from './find-claim'
import { seenOccurrences } from './seen'

type Row = Omit<Occurrence, 'author' | 'createdAt'> & { authorId: string; authorName: string; createdAt: Date }

const position = cursor(z.tuple([Moment, Id]))

/** The passages in which a claim occurs, in the order in which they were found; of those that the actor can see. */
export async function listOccurrences(
  actor: Actor,
  claimId: string,
  { cursor: text, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: Occurrence[]; next: string | null }> {
  authoriseClaim(actor, 'claim:read', await findClaim(claimId))
  const last = position.read(text)
  const after = last ? sql`AND (o."createdAt", o.id) > (${new Date(last[0])}, ${last[1]}::uuid)` : empty
  const rows = await readRows(actor, { where: sql`o."claimId" = ${claimId}::uuid ${after}`, limit: limit + 1 })
  return paged(rows, limit, present, (row) => position.write([row.createdAt.toISOString(), row.id]))
}

/** One occurrence that is known to be the actor's to read. */
export async function readOccurrence(actor: Actor, id: string, tx: Tx): Promise<Occurrence> {
  const [row] = await readRows(actor, { where: sql`o.id = ${id}::uuid`, limit: 1 }, tx)
  if (!row) throw new TypeError(`occurrence ${id} is gone`)
  return present(row)
}

/** A passage by its annotation `a` and document `d`, as JSON. */
export const passageColumn: Sql = sql`json_build_object(
  'annotationId', a.id, 'documentId', d.id, 'documentTitle', d.title, 'start', a.start, 'end', a."end",
  'exact', a.exact, 'prefix', a.prefix, 'suffix', a.suffix, 'pages', a.pages)`

function readRows(actor: Actor, { where, limit }: { where: Sql; limit: number }, tx: Tx = db): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT o.id, o."claimId", ${passageColumn} AS passage, o.stance::text AS stance, o.voice::text AS voice,
      o."attributedTo", o."authorId", u.name AS "authorName", o.version, o."createdAt", o.held,
      EXISTS (SELECT FROM "Evidence" e
        WHERE e."claimId" = o."claimId" AND e."annotationId" = o."annotationId" AND e."removedAt" IS NULL) AS circular
    FROM ${seenOccurrences(actor)} JOIN "User" u ON u.id = o."authorId"
    WHERE ${where} ORDER BY o."createdAt", o.id LIMIT ${limit}`
}

/** In the order of the schema, so that a retry is answered with the very same bytes. */
function present({ authorId, authorName, version, createdAt, held, circular, ...row }: Row): Occurrence {
  const author = { id: authorId, name: authorName }
  return { ...row, author, version, createdAt: createdAt.toISOString(), held, circular }
}
