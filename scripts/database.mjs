import pg from 'pg'
import { applyMigrations, unknownMigrations } from '../prisma/migrate.mjs'
import { Stop } from './say.mjs'

const OLDEST = 15

/** What went wrong on the way to the database, in words, by the error's code. */
const REASONS = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host could not be looked up',
  ETIMEDOUT: 'it did not answer',
  '28P01': 'it refused the password',
  28000: 'it refused this user',
  '3D000': 'it has no database of this name',
}

/** Refuses a database that we could not work with: unreachable, too old, not in UTF-8, or made by a newer version. */
export async function checkDatabase(url) {
  await asking(url, async (client) => {
    const { rows } = await client.query(
      `SELECT current_setting('server_version_num')::int / 10000 AS version, pg_encoding_to_char(encoding) AS encoding
       FROM pg_database WHERE datname = current_database()`,
    )
    const [{ version, encoding }] = rows
    if (version < OLDEST)
      throw new Stop(
        `The database is PostgreSQL ${version}, and Assay needs ${OLDEST} or newer. Set DATABASE_URL to a newer server.`,
      )
    if (encoding !== 'UTF8')
      throw new Stop(
        `The database holds text as ${encoding}, and Assay needs UTF8. Create one with: CREATE DATABASE assay ENCODING 'UTF8' TEMPLATE template0`,
      )
  })
  const unknown = await unknownMigrations(url)
  if (unknown.length > 0) {
    throw new Stop(
      `The database was made by a newer version of Assay (it has the migration ${unknown[0]}). Update Assay, or use another database; nothing was changed.`,
    )
  }
}

/** Brings the database up to date, and makes sure that it can find parts of words. Answers what was applied. */
export async function migrate(url) {
  const applied = await applyMigrations(url)
  await asking(url, async (client) => {
    const { rows } = await client.query(`SELECT similarity('contested', 'contest') > 0 AS works`)
    if (!rows[0].works)
      throw new Stop(
        'The database has the extension pg_trgm, but it finds no likeness between words. Check its locale.',
      )
  })
  return applied
}

/** Makes the database of a fresh server that only has the one it came with. */
export async function createDatabase(url) {
  const { pathname } = new URL(url)
  const name = pathname.slice(1)
  const admin = new URL(url)
  admin.pathname = '/postgres'
  await asking(admin.href, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (rowCount === 0)
      await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)} ENCODING 'UTF8' TEMPLATE template0`)
  })
}

/** Connects, asks, and closes; a failure to connect is a sentence that shows the address without its password. */
export async function asking(url, work) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
  } catch (error) {
    const reason = REASONS[error.code] ?? error.message
    throw new Stop(`The database at ${shown(url)} can't be used: ${reason}. Check DATABASE_URL.`)
  }
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function shown(url) {
  try {
    const { hostname, port, pathname } = new URL(url)
    return `${hostname}:${port || 5432}${pathname}`
  } catch {
    return '(DATABASE_URL is not an address such as postgresql://user:password@host:5432/assay)'
  }
}
