import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { asking, prepareDatabase } from './database.mjs'
import { freePort } from './postgres.mjs'

type Client = { query: (text: string, values?: unknown[]) => Promise<{ rows: Record<string, unknown>[] }> }

const ask = (url: string, text: string, values?: unknown[]) =>
  asking(url, (client: Client) => client.query(text, values)) as Promise<{ rows: Record<string, unknown>[] }>

/** The address of another database on the server of the tests. */
const beside = (name: string) => Object.assign(new URL(inject('template')), { pathname: `/${name}` }).href

const made: string[] = []

async function makeDatabase(options: string): Promise<string> {
  const name = `try_${randomBytes(6).toString('hex')}`
  await ask(beside('postgres'), `CREATE DATABASE ${name} ${options}`)
  made.push(name)
  return beside(name)
}

const tables = async (url: string) =>
  (await ask(url, `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace ORDER BY 1`)).rows

async function refusal(url: string): Promise<string> {
  return prepareDatabase(url).then(
    () => 'accepted',
    (error: unknown) => String(error),
  )
}

let web: Server

beforeAll(async () => {
  web = createServer((_, response) => response.end('hello'))
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
})

afterAll(async () => {
  web.close()
  for (const name of made) await ask(beside('postgres'), `DROP DATABASE ${name}`)
})

describe('an address that leads to no database of ours', () => {
  const password = () => new URL(inject('template')).password
  const server = () => new URL(inject('template')).host

  it.each([
    ['no address', () => 'assay', 'DATABASE_URL is not the address of a PostgreSQL. Write it like'],
    ['another kind', () => 'mysql://a:b@localhost/c', 'DATABASE_URL is not the address of a PostgreSQL'],
    ['nobody there', async () => `postgresql://a:b@127.0.0.1:${await freePort()}/c`, 'nothing listens there'],
    ['no such host', () => 'postgresql://a:b@nowhere.invalid/c', /no such host|could not be looked up/],
    ['a website', () => `postgresql://a:b@127.0.0.1:${(web.address() as AddressInfo).port}/c`, 'is not PostgreSQL'],
    ['a wrong password', () => `postgresql://assay:wrong@${server()}/postgres`, 'refused the user or the password'],
    ['no password', () => `postgresql://assay@${server()}/postgres`, 'asks for a password'],
    ['no such user', () => `postgresql://nobody:wrong@${server()}/postgres`, 'refused the user or the password'],
    ['no such database', () => beside('nothing_here'), 'has no database of this name'],
  ])('is refused in a sentence: %s', async (_, address, sentence) => {
    const said = await refusal(await address())
    expect(said).toMatch(sentence)
    expect(said).toContain('DATABASE_URL')
    expect(said).not.toContain(password())
    expect(said).not.toContain('wrong@')
  })
})

describe('a database that would not do', () => {
  it.each([
    ['in ASCII', `ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0`, 'holds text as SQL_ASCII, and Assay needs UTF8'],
    ['in Latin 1', `ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0`, 'holds text as LATIN1, and Assay needs UTF8'],
    ['without letters', `ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0`, 'does not know the letters of other scripts'],
  ])('is refused and left as it was: %s', async (_, options, sentence) => {
    const url = await makeDatabase(options)
    expect(await refusal(url)).toContain(sentence)
    expect(await tables(url)).toEqual([])
    const { rows } = await ask(url, `SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm'`)
    expect(rows).toEqual([])
  })

  it('is refused and left as it was: made by a newer version', async () => {
    const url = await makeDatabase('TEMPLATE template0')
    await prepareDatabase(url)
    await ask(
      url,
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', '', '99991231000000_later', now())`,
    )
    const before = await tables(url)
    const said = await refusal(url)
    expect(said).toContain('made by a newer version of Assay (it has the migration 99991231000000_later)')
    expect(said).toContain('nothing was changed')
    expect(await tables(url)).toEqual(before)
  })

  it('is refused and left as it was: with half a migration of another program', async () => {
    const url = await makeDatabase('TEMPLATE template0')
    await prepareDatabase(url)
    await ask(
      url,
      `UPDATE _prisma_migrations SET finished_at = NULL
       WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)`,
    )
    expect(await refusal(url)).toContain('did not finish')
  })

  it('does when it is new, and once more', async () => {
    const url = await makeDatabase('TEMPLATE template0')
    expect((await prepareDatabase(url)).length).toBeGreaterThan(0)
    expect(await prepareDatabase(url)).toEqual([])
  })
})
