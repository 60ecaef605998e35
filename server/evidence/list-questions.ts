import { z } from 'zod'
import { Id, Moment } from '@/domain/endpoint'
import type { Question } from '@/domain/evidence/source'
import type { Actor } from '@/domain/permissions/policy'
import { authoriseClaim, findClaim } from '../claims/find-claim'
import { cursor, paged } from '../cursor'
import { db, empty, sql, type Sql, type Tx } from '../db'

type Row = Omit<Question, 'author' | 'createdAt'> & { authorId: string; authorName: string; createdAt: Date }

const position = cursor(z.tuple([Moment, Id]))

/** The questions that were put to people about a claim, with their answers, in the order in which they were logged. */
export async function listQuestions(
  actor: Actor,
  claimId: string,
  { cursor: text, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: Question[]; next: string | null }> {
  authoriseClaim(actor, 'claim:read', await findClaim(claimId))
  const last = position.read(text)
  const after = last ? sql`AND (q."createdAt", q.id) > (${new Date(last[0])}, ${last[1]}::uuid)` : empty
  const rows = await readRows({ where: sql`q."claimId" = ${claimId}::uuid ${after}`, limit: limit + 1 })
  return paged(rows, limit, present, (row) => position.write([row.createdAt.toISOString(), row.id]))
}

/** One question that is known to be the actor's to read. */
export async function readQuestion(id: string, tx: Tx): Promise<Question> {
  const [row] = await readRows({ where: sql`q.id = ${id}::uuid`, limit: 1 }, tx)
  if (!row) throw new TypeError(`question ${id} is gone`)
  return present(row)
}

function readRows({ where, limit }: { where: Sql; limit: number }, tx: Tx = db): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT q.id, q."claimId",
      (SELECT json_build_object('id', s.id, 'name', s.name) FROM "Source" s WHERE s.id = q."sourceId") AS source,
      q.addressee, q.question, q."askedOn", q.answer, q."answeredOn", q."authorId", u.name AS "authorName", q.version,
      q."createdAt"
    FROM "Question" q JOIN "User" u ON u.id = q."authorId"
    WHERE q."removedAt" IS NULL AND ${where} ORDER BY q."createdAt", q.id LIMIT ${limit}`
}

/** In the order of the schema, so that a retry is answered with the very same bytes. */
function present({ authorId, authorName, version, createdAt, ...row }: Row): Question {
  return { ...row, author: { id: authorId, name: authorName }, version, createdAt: createdAt.toISOString() }
}
