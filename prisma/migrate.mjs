import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

const here = dirname(fileURLToPath(import.meta.url))
const folder = join(here, 'migrations')
const schemaFile = join(here, 'schema.prisma')
const filters = { externalTables: [], externalEnums: [] }
const LOCKFILE = { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' }

/** Any number that only we use: whoever holds this advisory lock migrates, others wait for them. */
const LOCK = 7_230_114_905

let loaded = false

/** Prisma's own migration engine as WebAssembly: nothing is downloaded. */
async function withEngine(connectionString, work) {
  if (!loaded) {
    const wasm = createRequire(import.meta.url)
      .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
      .replace('_bg.js', '_bg.wasm')
    const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(wasm)), {
      './schema_engine_bg.js': engine,
    })
    engine.__wbg_set_wasm(instance.exports)
    instance.exports.__wbindgen_start()
    loaded = true
  }
  // The pool is ours, so that it can be closed: the engine would keep its connection open.
  const pool = new pg.Pool({ connectionString, connectionTimeoutMillis: 10_000 })
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool))
  const datamodels = [['schema.prisma', readFileSync(schemaFile, 'utf8')]]
  try {
    return await work(await engine.SchemaEngine.new({ datamodels }, () => {}, adapter))
  } finally {
    await pool.end()
  }
}

/** The names of our migrations, oldest first. */
export function migrations() {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}

/** Migrations that the database has and we don't know: it was made by a newer version. */
export async function unknownMigrations(connectionString) {
  return withClient(connectionString, async (client) => {
    const { rows: tables } = await client.query(`SELECT to_regclass('public._prisma_migrations') AS known`)
    if (tables[0].known === null) return []
    const { rows } = await client.query(
      'SELECT migration_name AS name FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    )
    const ours = new Set(migrations())
    return rows.map(({ name }) => name).filter((name) => !ours.has(name))
  })
}

/** Applies what is not applied yet, one process at a time. Answers the names of what was applied. */
export async function applyMigrations(connectionString) {
  return withClient(connectionString, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    const { appliedMigrationNames } = await withEngine(connectionString, (migrate) =>
      migrate.applyMigrations({
        migrationsList: {
          baseDir: folder,
          lockfile: LOCKFILE,
          shadowDbInitScript: '',
          migrationDirectories: migrations().map((name) => ({
            path: name,
            migrationFile: {
              path: 'migration.sql',
              content: { tag: 'ok', value: readFileSync(join(folder, name, 'migration.sql'), 'utf8') },
            },
          })),
        },
        filters,
      }),
    )
    return appliedMigrationNames
  })
}

/**
 * The SQL from the schema beside the last migration to today's; empty when they agree. It compares two files, but the
 * engine connects to a database before it does anything: any will do, and nothing is changed there.
 */
export async function pendingSql(connectionString) {
  const last = migrations().at(-1)
  const before = last ? readFileSync(join(folder, last, 'schema.prisma'), 'utf8') : null
  const today = readFileSync(schemaFile, 'utf8')
  const { stdout } = await withEngine(connectionString, (migrate) =>
    migrate.diff({
      from:
        before === null
          ? { tag: 'empty' }
          : { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: before }] },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: today }] },
      script: true,
      exitCode: null,
      shadowDatabaseUrl: null,
      filters,
    }),
  )
  return /^\s*(--[^\n]*\s*)*$/.test(stdout) ? '' : stdout
}

/** Writes a migration for what changed in the schema, with a copy of the schema beside it. Answers its name, or null. */
export async function newMigration(connectionString, title, { empty = false } = {}) {
  const sql = await pendingSql(connectionString)
  if (sql === '' && !empty) return null
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const name = `${stamp}_${title.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, 'migration.sql'), sql)
  writeFileSync(join(folder, name, 'schema.prisma'), readFileSync(schemaFile))
  if (!existsSync(join(folder, LOCKFILE.path))) writeFileSync(join(folder, LOCKFILE.path), LOCKFILE.content)
  return name
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
