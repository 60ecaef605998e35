import type { Asked } from '@/domain/search/asked'
import type { Hit } from '@/domain/search/search'
import { shown } from '@/domain/search/shown'
import { db, join, sql } from '../db'
import { BRANCHES, type EntryKind } from './branches'
import { meantBy } from './meant'

type ClaimState = NonNullable<Hit['claim']>['state']
type Color = NonNullable<Hit['label']>['color']

/** An entry that was found, and that its reader may read. */
export type Place = { kind: EntryKind; subject: string; place: number; passages: number; tier: number }

type Row = Place & {
  text: string
  language: string
  projectId: string
  projectName: string
  documentId: string | null
  title: string | null
  annotationId: string | null
  exact: string | null
  claimId: string | null
  statement: string | null
  state: ClaimState | null
  findingId: string | null
  labelName: string | null
  labelColor: Color | null
  tags: string[] | null
  resolved: boolean
  alone: boolean
  authorId: string | null
  authorName: string | null
  at: Date
}

/** Of what someone marked, so much is shown beside a comment. */
const MOST_EXACT = 160

/** What is shown of entries that were found: in one query, whatever their number, and in their order. */
export async function readHits(places: readonly Place[], asked: Asked): Promise<Hit[]> {
  if (places.length === 0) return []
  const wanted = join(
    places.map(
      ({ kind, subject, place }, nth) => sql`(${nth}::int, ${kind}::"SearchKind", ${subject}::uuid, ${place}::int)`,
    ),
  )
  const rows = await db.$queryRaw<Row[]>`
    SELECT e.text, e.language, p.id AS "projectId", p.name AS "projectName", d.id AS "documentId", d.title,
      a.id AS "annotationId", left(a.exact, ${MOST_EXACT + 1}) AS exact, cl.id AS "claimId", cl.statement, cl.state::text AS state,
      fi.id AS "findingId", l.name AS "labelName", l.color::text AS "labelColor", a.tags,
      COALESCE(t.status = 'resolved', a.resolved, false) AS resolved,
      COALESCE(a.visibility = 'private' OR a.held OR c.held OR cl.held, false) AS alone,
      u.id AS "authorId", u.name AS "authorName", e.at
    FROM (VALUES ${wanted}) w (nth, kind, subject, place)
    JOIN "SearchEntry" e ON e.subject = w.subject AND e.place = w.place
    LEFT JOIN "Comment" c ON w.kind = 'comment' AND c.id = w.subject
    LEFT JOIN "Thread" t ON t.id = c."threadId"
    LEFT JOIN "ClaimRelation" re ON re.id = t."relationId"
    LEFT JOIN "Finding" fi ON fi.id = t."findingId"
    LEFT JOIN "Annotation" a ON a.id = CASE w.kind WHEN 'annotation' THEN w.subject ELSE t."annotationId" END
    LEFT JOIN "Claim" cl ON cl.id = CASE w.kind WHEN 'claim' THEN w.subject ELSE COALESCE(t."claimId", re."fromId", fi."claimId") END
    LEFT JOIN "Document" d ON d.id = CASE WHEN w.kind IN ('title', 'passage') THEN w.subject ELSE COALESCE(a."documentId", fi."documentId") END
    LEFT JOIN "Label" l ON l.id = a."labelId"
    LEFT JOIN "Project" p ON p.id = COALESCE(d."projectId", cl."projectId", re."projectId", fi."projectId")
    LEFT JOIN "User" u ON u.id = COALESCE(c."authorId", a."authorId", cl."authorId")
    ORDER BY w.nth`
  const read = rows.map((row, nth) => ({ ...row, ...(places[nth] as Place) }))
  const meant = await meantBy(read, asked)
  return read.map((row) => present(row, asked, meant))
}

function present(row: Row, asked: Asked, meant: Awaited<ReturnType<typeof meantBy>>): Hit {
  const { kind, subject, place, passages, documentId, annotationId, claimId, findingId, authorId } = row
  const { text, found, cut, first } = shown(row.text, asked, { ...meant(row), anywhere: row.tier === 0 })
  const { labelName, labelColor } = row
  return {
    kind: BRANCHES[kind].hit,
    id: subject,
    text,
    found,
    cut,
    project: { id: row.projectId, name: row.projectName },
    document: documentId === null ? null : { id: documentId, title: row.title ?? '' },
    passage: kind === 'passage' ? { start: place + first.start, end: place + first.end } : null,
    passages,
    annotation: annotationId === null ? null : { id: annotationId, exact: shortened(row.exact ?? '') },
    claim: claimId === null ? null : { id: claimId, statement: row.statement ?? '', state: row.state as ClaimState },
    findingId,
    label: labelName === null ? null : { name: labelName, color: labelColor as Color },
    tags: row.tags ?? [],
    resolved: row.resolved,
    alone: row.alone,
    author: authorId === null ? null : { id: authorId, name: row.authorName ?? '' },
    at: row.at.toISOString(),
  }
}

const shortened = (text: string) =>
  [...text].length > MOST_EXACT ? `${[...text].slice(0, MOST_EXACT).join('')}…` : text
