import type { Actor } from '@/domain/permissions/policy'
import { db, sql } from '../db'
import { takenTables } from './tables'

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld'

/** Annotations are read so many at a time. */
const AT_ONCE = 200

type Row = {
  id: string
  versionId: string
  start: number
  end: number
  exact: string
  prefix: string
  suffix: string
  tags: string[]
  label: string | null
  createdAt: Date
  authorId: string
  author: string
  note: string | null
}

/**
 * The same annotations as W3C Web Annotations, document by document. Positions count code points there, as the standard has
 * it, where the program counts UTF-16 code units: the text of one version at a time is read for that.
 */
export async function* webAnnotations(actor: Actor, workspaceId: string): AsyncGenerator<unknown[]> {
  const { Annotation } = takenTables(actor, workspaceId)
  let text = { versionId: '', codePoints: (offset: number) => offset }
  for (
    let last = {
      versionId: '00000000-0000-0000-0000-000000000000',
      start: -1,
      id: '00000000-0000-0000-0000-000000000000',
    };
    ;
  ) {
    const rows: Row[] = await db.$queryRaw`
      SELECT s.*, u.name AS author, l.name AS label, (
        SELECT c.text FROM "Comment" c WHERE c."threadId" = s.id AND c."authorId" = s."authorId" AND c."parentId" IS NULL
          AND c."deletedAt" IS NULL AND NOT c.held ORDER BY c."createdAt", c.id LIMIT 1) AS note
      FROM (SELECT a.id, a."versionId", a.start, a."end", a.exact, a.prefix, a.suffix, a.tags, a."labelId", a."createdAt", a."authorId"
        FROM ${Annotation?.from ?? sql``}) s
      JOIN "User" u ON u.id = s."authorId" LEFT JOIN "Label" l ON l.id = s."labelId"
      WHERE (s."versionId", s.start, s.id) > (${last.versionId}::uuid, ${last.start}, ${last.id}::uuid)
      ORDER BY s."versionId", s.start, s.id LIMIT ${AT_ONCE}`
    const made: unknown[] = []
    for (const row of rows) {
      if (row.versionId !== text.versionId)
        text = { versionId: row.versionId, codePoints: await counter(row.versionId) }
      made.push(present(row, text.codePoints))
    }
    if (made.length > 0) yield made
    const end = rows.at(-1)
    if (!end || rows.length < AT_ONCE) return
    last = end
  }
}

/** Counts code points up to an offset; offsets come in order, so that each stretch is counted once. */
async function counter(id: string): Promise<(offset: number) => number> {
  const { text } = await db.documentVersion.findUniqueOrThrow({ where: { id }, select: { text: true } })
  let at = { offset: 0, points: 0 }
  return (offset) => {
    const from = offset >= at.offset ? at : { offset: 0, points: 0 }
    const points = from.points + [...text.slice(from.offset, offset)].length
    at = { offset, points }
    return points
  }
}

function present(row: Row, codePoints: (offset: number) => number): unknown {
  const { id, versionId, start, end, exact, prefix, suffix, tags, label, createdAt, authorId, author, note } = row
  const body = [
    ...(note === null ? [] : [{ type: 'TextualBody', value: note, purpose: 'commenting' }]),
    ...(label === null ? [] : [{ type: 'TextualBody', value: label, purpose: 'classifying' }]),
    ...tags.map((value) => ({ type: 'TextualBody', value, purpose: 'tagging' })),
  ]
  return {
    '@context': CONTEXT,
    ...{ id: `urn:uuid:${id}`, type: 'Annotation', motivation: note === null ? 'highlighting' : 'commenting' },
    ...{ created: createdAt.toISOString(), creator: { id: `urn:uuid:${authorId}`, type: 'Person', name: author } },
    ...(body.length > 0 && { body }),
    target: {
      source: `urn:uuid:${versionId}`,
      selector: [
        { type: 'TextQuoteSelector', exact, prefix, suffix },
        { type: 'TextPositionSelector', start: codePoints(start), end: codePoints(end) },
      ],
    },
  }
}
