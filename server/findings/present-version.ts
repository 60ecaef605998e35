import { FindingContent, Grounds, type FindingVersion } from '@/domain/findings/finding'
import { sql, type Sql } from '../db'
import { person } from './person'

/** A published version as it stands in JSON made by the database: its moments come as text. */
export type VersionRow = Omit<FindingVersion, 'content' | 'grounds'> & { content: unknown; grounds: unknown }

/** A version `fv` with those whom it overruled, as JSON. */
export const versionJson: Sql = sql`json_build_object(
  'id', fv.id, 'number', fv.number, 'content', fv.content, 'grounds', fv.grounds, 'reason', fv.reason,
  'retracts', fv.retracts, 'adjudication', fv.adjudication, 'publishedBy', ${person(sql`fv."publishedById"`)},
  'publishedAt', fv."publishedAt", 'overruled', ARRAY(
    SELECT json_build_object('person', json_build_object('id', ou.id, 'name', ou.name), 'reason', ov.reason,
      'answer', ov.answer, 'answeredAt', ov."answeredAt")
    FROM "Overruling" ov JOIN "User" ou ON ou.id = ov."userId" WHERE ov."findingVersionId" = fv.id
    ORDER BY lower(ou.name), ou.id))`

/** The version of the finding `a` that was published last; null before the first. */
export const publishedColumn: Sql = sql`(
  SELECT ${versionJson} FROM "FindingVersion" fv WHERE fv."findingId" = a.id ORDER BY fv.number DESC LIMIT 1)`

/** In the order of the schema, so that a retry is answered with the very same bytes. */
export function presentVersion({ content, grounds, publishedAt, overruled, ...row }: VersionRow): FindingVersion {
  const { id, number, reason, retracts, adjudication, publishedBy } = row
  return {
    ...{ id, number, content: FindingContent.parse(content), grounds: Grounds.parse(grounds), reason },
    ...{ retracts, adjudication, publishedBy, publishedAt: new Date(publishedAt).toISOString() },
    overruled: overruled.map(({ answeredAt, ...told }) => ({
      ...told,
      answeredAt: answeredAt === null ? null : new Date(answeredAt).toISOString(),
    })),
  }
}
