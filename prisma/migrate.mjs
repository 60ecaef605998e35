import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { inOneTransaction, withEngine } from './engine.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const FOLDER = join(here, 'migrations')
const SCHEMA = join(here, 'schema.prisma')
const LOCKFILE = { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' }

/** Nothing in the database is kept from the engine. */
const filters = { externalTables: [], externalEnums: [] }

/** Any number that only we use: whoever holds this advisory lock migrates, others wait for them. */
export const LOCK = 7_230_114_905

/** The database has migrations that we don't know, or half of one: nothing was changed. */
export class WrongHistory extends Error {}

/** The names of the migrations in a folder, oldest first. */
export function migrations(folder = FOLDER) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}

/**
 * Applies what is not applied yet, one process at a time and each migration whole or not at all. Refuses a database that a
 * newer version has migrated. Answers the names of what was applied. `until` names the last one that is wanted.
 */
export async function applyMigrations(connectionString, folder = FOLDER, until = '\uffff') {
  return withClient(connectionString, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    const done = await appliedMigrations(client, migrations(folder))
    const pending = migrations(folder).filter((name) => !done.includes(name) && name <= until)
    for (const name of pending) {
      await inOneTransaction(connectionString, readFileSync(SCHEMA, 'utf8'), (engine) =>
        engine.applyMigrations({ migrationsList: listOf([...done, name].sort(), folder), filters }),
      )
      done.push(name)
    }
    return pending
  })
}

/** Refuses a database whose history is not the beginning of ours. Changes nothing. */
export async function checkHistory(connectionString) {
  await withClient(connectionString, (client) => appliedMigrations(client, migrations()))
}

/**
 * The SQL from the schema beside the last migration to today's; empty when they agree. It compares two files, but the
 * engine connects to a database before it does anything: any will do, and nothing is changed there.
 */
export async function pendingSql(connectionString, folder = FOLDER) {
  const last = migrations(folder).at(-1)
  const model = (content) => ({ tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }] })
  const today = readFileSync(SCHEMA, 'utf8')
  const { stdout } = await withEngine(connectionString, today, (engine) =>
    engine.diff({
      from: last ? model(readFileSync(join(folder, last, 'schema.prisma'), 'utf8')) : { tag: 'empty' },
      to: model(today),
      script: true,
      exitCode: null,
      shadowDatabaseUrl: null,
      filters,
    }),
  )
  return /^\s*(--[^\n]*\s*)*$/.test(stdout) ? '' : stdout
}

/** Writes a migration for what changed in the schema, with a copy of the schema beside it. Answers its name, or null. */
export async function newMigration(connectionString, title, { empty = false, folder = FOLDER } = {}) {
  const sql = await pendingSql(connectionString, folder)
  if (sql === '' && !empty) return null
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const name = `${stamp}_${title.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, 'migration.sql'), sql)
  writeFileSync(join(folder, name, 'schema.prisma'), readFileSync(SCHEMA))
  if (!existsSync(join(folder, LOCKFILE.path))) writeFileSync(join(folder, LOCKFILE.path), LOCKFILE.content)
  return name
}

async function appliedMigrations(client, known) {
  const { rows: tables } = await client.query(`SELECT to_regclass('_prisma_migrations') AS present`)
  if (tables[0].present === null) return []
  const { rows } = await client.query(
    `SELECT migration_name AS name, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY name`,
  )
  const strange = rows.find(({ name }) => !known.includes(name))
  if (strange)
    throw new WrongHistory(
      `The database was made by a newer version of Assay (it has the migration ${strange.name}). Update Assay, or use another database; nothing was changed.`,
    )
  const half = rows.find(({ finished }) => !finished)
  if (half)
    throw new WrongHistory(
      `The migration ${half.name} of the database was begun with another program and did not finish. Put the database back from a backup, or settle it with: npx prisma migrate resolve. Nothing was changed.`,
    )
  return rows.map(({ name }) => name)
}

/** Migrations in the form that the engine takes them in. */
function listOf(names, folder) {
  return {
    baseDir: folder,
    lockfile: LOCKFILE,
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(folder, name, 'migration.sql'), 'utf8') },
      },
    })),
  }
}

async function withClient(connectionString, work) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
