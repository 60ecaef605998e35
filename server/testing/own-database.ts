import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'

/** Gives each test file a database of its own, before anything opens one. */
const url = new URL(inject('template'))
const template = url.pathname.slice(1)
const name = `test_${randomBytes(6).toString('hex')}`

async function admin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: Object.assign(new URL(url), { pathname: '/postgres' }).href })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

await admin(`CREATE DATABASE ${name} TEMPLATE ${template}`)
url.pathname = `/${name}`
process.env.DATABASE_URL = url.href
process.env.LOG_LEVEL = 'silent'

afterAll(async () => {
  await (globalThis as { assayDb?: { $disconnect: () => Promise<void> } }).assayDb?.$disconnect()
  // On a throw-away server it goes with the server; dropping it now would only make that busy.
  if (process.env.TEST_DATABASE_URL) await admin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
})
