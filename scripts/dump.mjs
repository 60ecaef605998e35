import { once } from 'node:events'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { Stop } from './say.mjs'

/** Of the form of the file; raised when it changes in a way that an older version would misread. */
export const FORM = 1

/** The line that ends a table: PostgreSQL's own, which none of its rows can be. */
export const END = '\\.'

/**
 * Writes everything that a database of Assay holds: as it was at one moment, while others go on writing.
 *
 * The form is text: a line of JSON about the whole, then for each table a line of JSON with its name and columns, its rows
 * as COPY writes them, and the line `\.`; at the end a line that says how many rows there were, so that a file which was
 * cut off is known as such. Answers the header and how many rows there are.
 */
export async function dump(url, out) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const tables = await tablesOf(client)
    const header = { assay: FORM, at: await momentOf(client), migrations: await migrationsOf(client) }
    await write(out, `${JSON.stringify(header)}\n`)
    let rows = 0
    for (const { name, columns } of tables) {
      await write(out, `${JSON.stringify({ table: name, columns })}\n`)
      rows += await copyOut(client, name, columns, out)
      await write(out, `${END}\n`)
    }
    await write(out, `${JSON.stringify({ rows })}\n`)
    return { ...header, rows }
  } finally {
    await client.end() // and with it the transaction
  }
}

/** The tables with their columns, but for those which PostgreSQL fills in itself, and the list of migrations. */
export async function tablesOf(client) {
  const { rows } = await client.query(`
    SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
      AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    GROUP BY c.relname ORDER BY c.relname`)
  return rows
}

export const copyText = (name, columns) =>
  `${pg.escapeIdentifier(name)} (${columns.map((column) => pg.escapeIdentifier(column)).join(', ')})`

async function copyOut(client, name, columns, out) {
  const stream = client.query(copyTo(`COPY ${copyText(name, columns)} TO STDOUT`))
  for await (const chunk of stream) await write(out, chunk)
  return stream.rowCount
}

async function momentOf(client) {
  const { rows } = await client.query('SELECT now() AS at')
  return rows[0].at.toISOString()
}

async function migrationsOf(client) {
  const { rows: tables } = await client.query(`SELECT to_regclass('_prisma_migrations') AS present`)
  if (tables[0].present === null)
    throw new Stop('There is nothing of Assay in this database, so there is nothing to back up.')
  const { rows } = await client.query(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1',
  )
  return rows.map(({ name }) => name)
}

async function write(out, piece) {
  if (!out.write(piece)) await once(out, 'drain')
}
