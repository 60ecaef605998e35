import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { applyMigrations, migrations } from '../prisma/migrate.mjs'
import { copyText, END, FORM, tablesOf } from './dump.mjs'
import { Stop } from './say.mjs'

/** How much is given to the database at once, in characters. */
const STRETCH = 256 * 1024

/**
 * Fills an empty database with what `dump` wrote; `lines` are the lines of its file, without line feeds. All of it or
 * nothing: whatever is wrong with the file is found before anything is kept. Answers the header and how many rows there are.
 *
 * The tables are made as they were when the file was written, so that a newer version can read the file of an older one;
 * the next start brings them up to date.
 */
export async function restore(url, lines) {
  const reading = lines[Symbol.asyncIterator]()
  const next = async () => (await reading.next()).value ?? null
  const header = headerOf(await next())
  await refuseUsed(url)
  await applyMigrations(url, undefined, header.migrations.at(-1))
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    await client.query('BEGIN')
    const known = new Map((await tablesOf(client)).map(({ name, columns }) => [name, columns]))
    // Rows come in the order of the tables' names: what ties them together is put back, and checked, at the end.
    const ties = await untie(client, [...known.keys()])
    let rows = 0
    for (let line = await next(); ; line = await next()) {
      const said = jsonOf(line)
      if (said.rows !== undefined) {
        if (said.rows !== rows || known.size > 0) throw damaged()
        break
      }
      if (!sameColumns(known.get(said.table), said.columns)) throw damaged()
      known.delete(said.table)
      rows += await copyIn(client, said, next)
    }
    await tie(client, ties)
    await client.query('COMMIT')
    return { ...header, rows }
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    // 22 and 23 are PostgreSQL's classes of wrong data and broken ties.
    throw /^2[23]/.test(error.code ?? '') ? damaged(error) : error
  } finally {
    await client.end()
  }
}

function headerOf(line) {
  const header = jsonOf(line)
  if (typeof header.assay !== 'number' || !Array.isArray(header.migrations))
    throw new Stop('This file is no backup of Assay. Choose one that npm run backup has written.')
  const newer = header.assay > FORM || header.migrations.some((name) => !migrations().includes(name))
  if (newer)
    throw new Stop(
      'This backup was made by a newer version of Assay. Update Assay, then restore it; nothing was changed.',
    )
  return header
}

function jsonOf(line) {
  try {
    const said = JSON.parse(line ?? '')
    if (said !== null && typeof said === 'object') return said
  } catch {
    // said below
  }
  throw damaged()
}

const damaged = (cause) =>
  new Stop('This backup is damaged or was cut off, so nothing was restored. Use another one.', { cause })

const sameColumns = (known, given) => known !== undefined && JSON.stringify(known) === JSON.stringify(given)

async function refuseUsed(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    for (const { name } of await tablesOf(client)) {
      const { rowCount } = await client.query(`SELECT 1 FROM ${pg.escapeIdentifier(name)} LIMIT 1`)
      if (rowCount > 0)
        throw new Stop(
          'There is something in this database already, and a backup is restored into an empty one only. Set ASSAY_DATA to a new folder, or DATABASE_URL to a new database.',
        )
    }
  } finally {
    await client.end()
  }
}

/** Takes away foreign keys and rests triggers, and answers what brings them back. */
async function untie(client, tables) {
  const { rows } = await client.query(`
    SELECT conrelid::regclass::text AS "table", conname AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1, 2`)
  for (const { table, name } of rows)
    await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${pg.escapeIdentifier(name)}`)
  for (const name of tables) await client.query(`ALTER TABLE ${pg.escapeIdentifier(name)} DISABLE TRIGGER USER`)
  return { keys: rows, tables }
}

async function tie(client, { keys, tables }) {
  for (const name of tables) await client.query(`ALTER TABLE ${pg.escapeIdentifier(name)} ENABLE TRIGGER USER`)
  for (const { table, name, definition } of keys)
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${pg.escapeIdentifier(name)} ${definition}`)
}

async function copyIn(client, { table, columns }, next) {
  const stream = client.query(copyFrom(`COPY ${copyText(table, columns)} FROM STDIN`))
  await pipeline(rowsOf(next), stream)
  return stream.rowCount
}

async function* rowsOf(next) {
  let stretch = ''
  for (let line = await next(); line !== END; line = await next()) {
    if (line === null) throw damaged()
    stretch += `${line}\n`
    if (stretch.length < STRETCH) continue
    yield stretch
    stretch = ''
  }
  yield stretch
}
