import { expect, test } from 'vitest'
import { db } from '@/server/db'
import { GET as health } from '../health/route'
import { GET as ready } from './route'

const status = async () => (await ready()).status

/** Does what `change` says to the migrations that the database tells of, asks, and takes it back. */
async function after(change: string): Promise<number> {
  await db.$executeRawUnsafe('CREATE TABLE kept AS TABLE _prisma_migrations')
  await db.$executeRawUnsafe(change)
  const answer = await status()
  await db.$executeRawUnsafe('DELETE FROM _prisma_migrations')
  await db.$executeRawUnsafe('INSERT INTO _prisma_migrations TABLE kept')
  await db.$executeRawUnsafe('DROP TABLE kept')
  return answer
}

test('ready means: every migration that we know, finished, and no other', async () => {
  expect(await status()).toBe(200)
  const unfinished = 'UPDATE _prisma_migrations SET finished_at = NULL'
  const pending = `DELETE FROM _prisma_migrations WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)`
  const unknown = `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
    VALUES ('x', 'x', '99991231235959_from_the_future', now())`
  for (const change of [unfinished, pending, unknown]) expect(await after(change), change).toBe(503)
  expect(await status()).toBe(200)
})

test('a database without them is a problem in plain words, while the process is alive', async () => {
  await db.$executeRawUnsafe('ALTER TABLE _prisma_migrations RENAME TO away')
  const response = await ready()
  await db.$executeRawUnsafe('ALTER TABLE away RENAME TO _prisma_migrations')
  expect(response.status).toBe(503)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const text = await response.text()
  expect(text).toContain('The database is not reachable')
  expect(text).not.toContain('_prisma_migrations')
  expect(await health().json()).toEqual({ status: 'alive' })
})
