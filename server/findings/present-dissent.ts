import type { Dissent } from '@/domain/findings/finding'
import { sql, type Sql, type Tx } from '../db'
import { person } from './person'

/** A dissent as it stands in JSON made by the database: its moments come as text. */
export type DissentRow = Dissent

/** A dissent `di`, as JSON. */
const dissentJson: Sql = sql`json_build_object(
  'id', di.id, 'findingId', di."findingId", 'author', ${person(sql`di."authorId"`)}, 'rating', di.rating,
  'likelihood', di.likelihood, 'confidence', di.confidence, 'json', di.json, 'version', di.version,
  'createdAt', di."createdAt", 'updatedAt', di."updatedAt")`

/** The dissents of the finding `a` that stand, in the order in which they were written. */
export const dissentsColumn: Sql = sql`ARRAY(
  SELECT ${dissentJson} FROM "Dissent" di WHERE di."findingId" = a.id AND di."withdrawnAt" IS NULL
  ORDER BY di."createdAt", di.id)`

/** One dissent that is known to be there. */
export async function readDissent(id: string, tx: Tx): Promise<Dissent> {
  const [row] = await tx.$queryRaw<{ dissent: DissentRow }[]>`
    SELECT ${dissentJson} AS dissent FROM "Dissent" di WHERE di.id = ${id}::uuid`
  if (!row) throw new TypeError(`dissent ${id} is gone`)
  return presentDissent(row.dissent)
}

/** In the order of the schema, so that a retry is answered with the very same bytes. */
export function presentDissent({ createdAt, updatedAt, ...row }: DissentRow): Dissent {
  return { ...row, createdAt: new Date(createdAt).toISOString(), updatedAt: new Date(updatedAt).toISOString() }
}
