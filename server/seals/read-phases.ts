import type { Person } from '@/domain/people/person'
import type { Actor } from '@/domain/permissions/policy'
import type { Phase } from '@/domain/seals/phase'
import { sql, type Sql, type Tx } from '../db'
import { visibleTo } from '../visible-to'

export type PhaseRow = {
  id: string
  projectId: string
  name: string
  documents: { id: string; title: string }[]
  dueAt: Date | null
  openedBy: Person
  openedAt: Date
  revealedBy: Person | null
  revealedAt: Date | null
  coders: Person[]
}

/**
 * Reads the phases `s` that match, newest first, as `actor` sees them: of their documents those that are theirs to see.
 * Who made annotations in one is not even looked up before the reveal.
 */
export function readPhases(tx: Tx, actor: Actor, where: Sql, limit: number): Promise<PhaseRow[]> {
  return tx.$queryRaw<PhaseRow[]>`
    SELECT s.id, s."projectId", s.name, s."dueAt", s."openedAt", s."revealedAt",
      (SELECT ${person} FROM "User" u WHERE u.id = s."openedById") AS "openedBy",
      (SELECT ${person} FROM "User" u WHERE u.id = s."revealedById") AS "revealedBy",
      ARRAY(
        SELECT json_build_object('id', d.id, 'title', d.title)
        FROM "PhaseDocument" p JOIN "Document" d ON d.id = p."documentId"
        WHERE p."sealId" = s.id AND ${visibleTo.document(actor, 'd')} ORDER BY lower(d.title), d.id
      ) AS documents,
      ARRAY(
        SELECT ${person} FROM "User" u WHERE s."revealedAt" IS NOT NULL AND u.id IN (
          SELECT a."authorId" FROM "Annotation" a JOIN "Document" d ON d.id = a."documentId"
          WHERE a."sealId" = s.id AND a."deletedAt" IS NULL
            AND ${visibleTo.annotation(actor, 'a')} AND ${visibleTo.document(actor, 'd')}
        ) ORDER BY lower(u.name), u.id
      ) AS coders
    FROM "Seal" s WHERE s.kind = 'phase' AND ${visibleTo.members(actor, 's')} AND ${where}
    ORDER BY s."openedAt" DESC, s.id DESC LIMIT ${limit}`
}

const person = sql`json_build_object('id', u.id, 'name', u.name)`

/** One phase that is known to be there and to be the actor's to read. */
export async function readPhase(tx: Tx, actor: Actor, id: string): Promise<Phase> {
  const [row] = await readPhases(tx, actor, sql`s.id = ${id}::uuid`, 1)
  if (!row) throw new TypeError(`phase ${id} is gone`)
  return presentPhase(row)
}

export function presentPhase(row: PhaseRow): Phase {
  return {
    id: row.id,
    projectId: row.projectId,
    name: row.name,
    documents: row.documents,
    dueAt: row.dueAt?.toISOString() ?? null,
    openedBy: row.openedBy,
    openedAt: row.openedAt.toISOString(),
    revealedBy: row.revealedBy,
    revealedAt: row.revealedAt?.toISOString() ?? null,
    coders: row.coders,
  }
}
