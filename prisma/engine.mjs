import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import pg from 'pg'

const MODULE = '@prisma/schema-engine-wasm/schema_engine_bg'

let loading

/** Prisma's own migration engine as WebAssembly, loaded on first use: nothing is downloaded. */
function load() {
  return (loading ??= import(MODULE).then((engine) => {
    const wasm = createRequire(import.meta.url)
      .resolve(MODULE)
      .replace('_bg.js', '_bg.wasm')
    const compiled = new WebAssembly.Module(readFileSync(wasm))
    const { exports } = new WebAssembly.Instance(compiled, { './schema_engine_bg.js': engine })
    engine.__wbg_set_wasm(exports)
    exports.__wbindgen_start()
    return engine
  }))
}

/** Runs `work` with the engine, connected to a database. */
export async function withEngine(connectionString, schema, work) {
  // The pool is ours, so that it can be closed: the engine would keep its connection open.
  const pool = new pg.Pool({ connectionString, connectionTimeoutMillis: 10_000, max: 1 })
  try {
    return await work(await engineOn(pool, schema))
  } finally {
    await pool.end()
  }
}

/**
 * Runs `work` with an engine whose every statement is in one transaction: it has a pool of one connection, on which the
 * transaction is begun before and committed after. A migration that fails, or whose process is killed, leaves nothing.
 */
export async function inOneTransaction(connectionString, schema, work) {
  const pool = new pg.Pool({ connectionString, connectionTimeoutMillis: 10_000, max: 1, idleTimeoutMillis: 0 })
  const connected = []
  const failures = []
  pool.on('connect', (client) => connected.push(client))
  pool.on('error', (error) => failures.push(error))
  // After a failed statement the pool drops its connection, and the transaction with it; what the engine then still
  // writes on a new one must not be taken for the work.
  const wholly = async (statement) => {
    await pool.query(statement)
    if (connected.length > 1) throw failures[0] ?? new Error('The connection was lost during a migration.')
  }
  try {
    await wholly('BEGIN')
    const result = await work(await engineOn(pool, schema, failures))
    await wholly('COMMIT')
    return result
  } catch (error) {
    throw failures[0] ?? error
  } finally {
    await pool.end()
  }
}

async function engineOn(pool, schema, failures = []) {
  const { SchemaEngine } = await load()
  const factory = new PrismaPg(pool)
  const connect = factory.connect.bind(factory)
  factory.connect = async () => {
    const adapter = await connect()
    // The adapter's own way parts a script at every semicolon, also inside of strings and function bodies.
    adapter.executeScript = async (script) => {
      try {
        await pool.query(script)
      } catch (error) {
        failures.push(error)
        throw error
      }
    }
    return adapter
  }
  return SchemaEngine.new(
    { datamodels: [['schema.prisma', schema]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  )
}
