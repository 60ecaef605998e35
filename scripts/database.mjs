import pg from 'pg'
import { applyMigrations, checkHistory, LOCK, WrongHistory } from '../prisma/migrate.mjs'
import { Stop } from './say.mjs'

const OLDEST = 15

/** How long a database that is starting up or recovering may take until it answers; in ms. */
const PATIENCE_MS = 60_000

/** What went wrong on the way to the database, in words, by the error's code. */
const REASONS = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'it broke off the connection; what listens there may not be PostgreSQL',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host could not be looked up',
  EHOSTUNREACH: 'the host can’t be reached',
  ENETUNREACH: 'the network can’t be reached',
  ETIMEDOUT: 'it did not answer',
  '28P01': 'it refused the user or the password',
  28000: 'it refused this user',
  '3D000': 'it has no database of this name',
  42501: 'this user may not connect to it',
  53300: 'it has no connection left for us',
}

/** Where pg gives no code, what its message means. */
const MEANINGS = [
  [/timeout expired/, 'it did not answer like a PostgreSQL within 10 seconds'],
  [/terminated unexpectedly|message type|ParseError/i, 'what listens there is not PostgreSQL'],
  [/password must be a string|SASL/, 'it asks for a password, and the address holds none'],
  [/does not support SSL/, 'it does not speak TLS; remove sslmode from the address'],
  [/self.signed|certificate/, 'its certificate is not trusted; see sslrootcert in the address'],
]

/**
 * Makes a database ready for use, or says in a sentence why it can't be: unreachable, too old, not in UTF-8, unable to find
 * parts of words, made by a newer version. All of that is found out before anything is changed.
 */
export async function prepareDatabase(url) {
  checkAddress(url)
  await answering(url)
  await asking(url, async (client) => {
    await checkServer(client)
    await checkTrigrams(client)
  })
  await inWords(() => checkHistory(url))
  return inWords(() => applyMigrations(url))
}

async function checkServer(client) {
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
      `The database holds text as ${encoding}, and Assay needs UTF8. Create one with: CREATE DATABASE assay ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0`,
    )
}

/**
 * Whether parts of words are found in every script: with the locale C, only those of English are. Tried in a transaction
 * that is taken back, so that a database that will not do is left as it was.
 */
async function checkTrigrams(client) {
  await client.query('BEGIN')
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]) // another start may be creating the extension
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm')
    const { rows } = await client.query(
      `SELECT bool_and(cardinality(show_trgm(word)) > 0) AS works FROM unnest(ARRAY['word', 'слово', '合同条款']) AS word`,
    )
    if (!rows[0].works)
      throw new Stop(
        "The database's locale does not know the letters of other scripts, so that search would not find them. Create one with: CREATE DATABASE assay ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0",
      )
  } catch (error) {
    if (error instanceof Stop) throw error
    throw new Stop(
      `The database can't have the extension pg_trgm, which search needs (${error.message}). Ask its administrator to run: CREATE EXTENSION pg_trgm`,
    )
  } finally {
    await client.query('ROLLBACK')
  }
}

async function inWords(work) {
  try {
    return await work()
  } catch (error) {
    if (error instanceof WrongHistory) throw new Stop(error.message)
    throw new Stop(`The database could not be brought up to date, and was left as it was: ${error.message}`)
  }
}

/** Makes the database that an address names, on a server that only has the one it came with. */
export async function createDatabase(url) {
  const name = new URL(url).pathname.slice(1)
  const admin = Object.assign(new URL(url), { pathname: '/postgres' }).href
  await answering(admin)
  await asking(admin, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (rowCount === 0)
      await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)} ENCODING 'UTF8' TEMPLATE template0`)
  })
}

/** Connects, asks, and closes; a failure to connect is a sentence that shows the address without its password. */
export async function asking(url, work) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined) // the query under way is told as well
  try {
    await client.connect()
  } catch (error) {
    const stop = new Stop(`The database at ${shown(url)} can't be used: ${reasonOf(error)}. Check DATABASE_URL.`)
    throw Object.assign(stop, { code: error.code })
  }
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Waits for a database that says that it is starting. */
async function answering(url) {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    try {
      return await asking(url, () => undefined)
    } catch (error) {
      if (error.code !== '57P03' || Date.now() > deadline) throw error
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
}

function reasonOf({ code, message }) {
  return REASONS[code] ?? MEANINGS.find(([pattern]) => pattern.test(message))?.[1] ?? message
}

function checkAddress(url) {
  if (!/^postgres(ql)?:\/\/./.test(url) || !URL.canParse(url))
    throw new Stop(
      'DATABASE_URL is not the address of a PostgreSQL. Write it like postgresql://user:password@host:5432/assay, with special characters in the password percent-encoded, or leave it out to use the embedded one.',
    )
}

function shown(url) {
  const { hostname, port, pathname } = new URL(url)
  return `${hostname || 'localhost'}:${port || 5432}${pathname}`
}
