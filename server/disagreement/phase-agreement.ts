import type { Agreement } from '@/domain/findings/disagreement'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { db, sql } from '../db'
import { findPhase } from '../seals/find-seal'
import { visibleTo } from '../visible-to'
import { measure } from './measure'

/** As much of a passage as tells which one it is, in characters. */
const SHOWN = 200

const NO_LABEL = 'No label'

/**
 * How far the annotators of a phase marked the same passages, by label. It is known once the phase is revealed; who marked
 * nothing at all in it is not known to have read it, and doesn't count.
 */
export async function phaseAgreement(actor: Actor, phaseId: string): Promise<Agreement> {
  authorise(actor, 'project:read', await findPhase(phaseId), 'phase')
  const seal = await db.seal.findUnique({ where: { id: phaseId }, select: { revealedAt: true } })
  if (!seal?.revealedAt) {
    throw new Refusal('conflict', 'This phase is not revealed yet: how far its annotators agree is known after that.')
  }
  return withWords(await measure('spans', await readTexts(actor, phaseId)), phaseId)
}

/** What was marked in each text of the phase, as `ReadTexts` in JSON: of the documents that the actor can see. */
async function readTexts(actor: Actor, phaseId: string): Promise<string> {
  const [row] = await db.$queryRaw<{ texts: string }[]>`
    WITH marked AS (
      SELECT a."versionId", a."documentId", a."authorId", a.start, a."end", coalesce(l.name, ${NO_LABEL}) AS label, a.id
      FROM "Annotation" a JOIN "Document" d ON d.id = a."documentId" AND ${visibleTo.document(actor, 'd')}
        LEFT JOIN "Label" l ON l.id = a."labelId"
      WHERE a."sealId" = ${phaseId}::uuid AND NOT a.held AND a.visibility = 'team' AND a."deletedAt" IS NULL
    ), coders AS (
      SELECT u.id, u.name, row_number() OVER (ORDER BY lower(u.name), u.id) - 1 AS place
      FROM "User" u WHERE u.id IN (SELECT m."authorId" FROM marked m)
    ), texts AS (
      SELECT v.id, v."documentId", v.characters FROM "PhaseDocument" p
        JOIN "Document" d ON d.id = p."documentId" AND ${visibleTo.document(actor, 'd')}
        JOIN "DocumentVersion" v ON v."documentId" = d.id
      WHERE p."sealId" = ${phaseId}::uuid AND ${readVersion}
    )
    SELECT json_build_object(
      'coders', (SELECT coalesce(json_agg(json_build_object('id', c.id, 'name', c.name) ORDER BY c.place), '[]') FROM coders c),
      'texts', (SELECT coalesce(json_agg(json_build_object(
          'documentId', t."documentId", 'length', t.characters, 'marks', (
            SELECT coalesce(json_agg(json_build_array(c.place, m.start, m."end", m.label) ORDER BY m.start, m."end", m.id), '[]')
            FROM marked m JOIN coders c ON c.id = m."authorId" WHERE m."versionId" = t.id)) ORDER BY t.id), '[]')
        FROM texts t))::text AS texts`
  return row?.texts ?? '{"coders":[],"texts":[]}'
}

/** Whether version `v` is what was read: those that were marked in, or the newest where nobody marked anything. */
const readVersion = sql`(
  v.id IN (SELECT m."versionId" FROM marked m)
  OR NOT EXISTS (SELECT FROM marked m WHERE m."documentId" = v."documentId")
    AND v.number = (SELECT max(o.number) FROM "DocumentVersion" o WHERE o."documentId" = v."documentId"))`

/** Says what stands in the passages that cause the disagreement. */
async function withWords(found: Agreement, phaseId: string): Promise<Agreement> {
  const documentIds = [...new Set(found.figures.flatMap(({ causes }) => causes.map(({ documentId }) => documentId)))]
  const versions = await db.$queryRaw<{ documentId: string; text: string }[]>`
    SELECT DISTINCT ON (v."documentId") v."documentId", v.text FROM "DocumentVersion" v
      JOIN "Annotation" a ON a."versionId" = v.id AND a."sealId" = ${phaseId}::uuid
    WHERE v."documentId" = ANY(${documentIds.filter((id) => id !== null)}::uuid[]) ORDER BY v."documentId", v.number DESC`
  const texts = new Map(versions.map(({ documentId, text }) => [documentId, text]))
  const words = ({ documentId, start, end }: Agreement['figures'][number]['causes'][number]) => {
    const exact = texts.get(documentId ?? '')?.slice(start ?? 0, end ?? 0) ?? ''
    return exact.length > SHOWN ? `${exact.slice(0, SHOWN).trimEnd()}…` : exact
  }
  const figures = found.figures.map(({ causes, ...figure }) => ({
    ...figure,
    causes: causes.map((cause) => ({ ...cause, says: words(cause) })),
  }))
  return { ...found, figures }
}
