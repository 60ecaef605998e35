import { Prisma } from '@/prisma/client/client'
import { db, empty, sql } from '../db'
import type { TakenTable } from './tables'

/** Rows are read so many at a time: what an export holds in memory is this much of one table. */
const AT_ONCE = 500

/** What a table gives away, a batch at a time, in the order of its keys. */
export async function* rowsOf({
  key,
  row,
  from,
  ids = true as boolean,
  without = [],
  few,
}: TakenTable): AsyncGenerator<unknown[]> {
  const limit = few ?? AT_ONCE
  const as = (ids ?? true) ? Prisma.raw('::uuid') : empty
  for (let last: string | null = null; ;) {
    const rows: { key: string; json: unknown }[] = await db.$queryRaw`
      SELECT s.key::text AS key, s.json FROM (
        SELECT ${key} AS key, to_jsonb(${row}) - ${[...without, 'held']}::text[] AS json FROM ${from}) s
      ${last === null ? empty : sql`WHERE s.key > ${last}${as}`} ORDER BY s.key LIMIT ${limit}`
    if (rows.length > 0) yield rows.map(({ json }) => json)
    if (rows.length < limit) return
    last = rows.at(-1)?.key ?? null
  }
}

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8')

/** Rows as a JSON array, one to a line. */
export async function* jsonOf(batches: AsyncIterable<unknown[]>): AsyncGenerator<Uint8Array> {
  let begun = false
  for await (const rows of batches) {
    for (const row of rows) {
      yield bytes(`${begun ? ',\n' : '[\n'}${JSON.stringify(row)}`)
      begun = true
    }
  }
  yield bytes(begun ? '\n]\n' : '[]\n')
}
