import { randomBytes } from 'node:crypto'
import { Readable, Writable } from 'node:stream'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { db } from '@/server/testing/database'
import { actorOf, makeAnnotation, makeComment, makeDesk } from '@/server/testing/make'
import { makePlace } from '@/server/testing/make-place'
import { asking, prepareDatabase } from './database.mjs'
import { dump } from './dump.mjs'
import { linesOf } from './lines.mjs'
import { restore } from './restore-dump.mjs'

type Client = { query: (text: string) => Promise<{ rows: Record<string, unknown>[] }> }

const here = () => process.env.DATABASE_URL ?? ''
const beside = (name: string) => Object.assign(new URL(inject('template')), { pathname: `/${name}` }).href
const ask = async (url: string, text: string) =>
  ((await asking(url, (client: Client) => client.query(text))) as { rows: Record<string, unknown>[] }).rows

const made: string[] = []

/** A new database with nothing in it, elsewhere. */
async function emptyDatabase(): Promise<string> {
  const name = `drill_${randomBytes(6).toString('hex')}`
  await ask(beside('postgres'), `CREATE DATABASE ${name} TEMPLATE template0`)
  made.push(name)
  return beside(name)
}

async function dumpOf(url: string): Promise<string> {
  const chunks: Buffer[] = []
  const out = new Writable({
    write(chunk: Buffer, _, done) {
      chunks.push(Buffer.from(chunk))
      done()
    },
  })
  await dump(url, out)
  return Buffer.concat(chunks).toString('utf8')
}

/** A file as it comes off a disk: in chunks that cut lines and characters. */
const fileOf = (text: string) => linesOf(Readable.from(cut(Buffer.from(text))))
function* cut(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 65_537) yield bytes.subarray(at, at + 65_537)
}

const refusal = (url: string, text: string) => restore(url, fileOf(text)).then(() => 'restored', String)

/** Everything after the first line, which tells when the file was written; the rows of a table have no order of their own. */
const body = (text: string) => {
  const tables = text.slice(text.indexOf('\n')).split('\n\\.\n')
  return tables.map((table) => table.split('\n').sort().join('\n')).join('\n\\.\n')
}

let file = ''
let acknowledged: string[] = []
let after: string[] = []

beforeAll(async () => {
  await makePlace()
  const desk = await makeDesk()
  const actor = await actorOf(desk.owner)
  const written: string[] = []
  let writing = true
  const write = async () => {
    while (writing) {
      const { id } = await makeAnnotation(actor, desk, 'rare earths')
      await makeComment(actor, id, 'With a tab\t, a \\ and a line\nand 😀 \\. in it')
      written.push(id)
    }
  }
  const writers = [write(), write(), write()]
  while (written.length < 20) await new Promise((resolve) => setTimeout(resolve, 5))
  acknowledged = [...written]
  file = await dumpOf(here())
  const known = new Set(written)
  while (written.length < known.size + 5) await new Promise((resolve) => setTimeout(resolve, 5))
  writing = false
  await Promise.all(writers)
  after = written.slice(known.size + 3)
})

afterAll(async () => {
  for (const name of made) await ask(beside('postgres'), `DROP DATABASE ${name} WITH (FORCE)`)
})

it('what was written while others wrote is restored elsewhere, row for row, and nothing acknowledged before is missing', async () => {
  const elsewhere = await emptyDatabase()
  const { rows } = await restore(elsewhere, fileOf(file))
  expect(rows).toBeGreaterThan(300)
  const again = await dumpOf(elsewhere)
  expect(body(again) === body(file)).toBe(true)
  const ids = new Set((await ask(elsewhere, 'SELECT id FROM "Annotation"')).map(({ id }) => id))
  expect(acknowledged.filter((id) => !ids.has(id))).toEqual([])
  expect(after.filter((id) => ids.has(id))).toEqual([])
  // The moment was one: each stream has exactly the events that its counter tells of.
  expect(
    await ask(
      elsewhere,
      `SELECT id FROM "Stream" s WHERE seq <> (SELECT count(*) FROM "Event" e WHERE e."streamId" = s.id)`,
    ),
  ).toEqual([])
  expect(await prepareDatabase(elsewhere)).toEqual([])
  await expect(ask(elsewhere, `UPDATE "DocumentVersion" SET text = 'other'`)).rejects.toThrow(
    /never change|frozen|refuse/i,
  )
  await expect(ask(elsewhere, `DELETE FROM "User"`)).rejects.toThrow(/foreign key/)
})

it('every table is in it', async () => {
  const tables = await ask(
    here(),
    `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
  )
  const missing = tables.filter(
    ({ relname }) => relname !== '_prisma_migrations' && !file.includes(`{"table":"${String(relname)}"`),
  )
  expect(missing).toEqual([])
  expect(await db.comment.count()).toBeGreaterThan(0)
})

it.each<[string, (text: string) => string]>([
  ['its last line is missing', (text) => text.slice(0, text.lastIndexOf('\n{"rows"') + 1)],
  ['it ends within a table', (text) => text.slice(0, text.length / 2)],
  ['a row is missing', (text) => text.replace(/(\{"table":"AuditEntry"[^\n]*\n)[^\n]*\n/, '$1')],
  [
    'a table is missing',
    (text) => text.replace(/\{"table":"Reaction"[\s\S]*?\n\\\.\n|\{"table":"Label"[\s\S]*?\n\\\.\n/, ''),
  ],
  ['a row is no row', (text) => text.replace(/(\{"table":"Label"[^\n]*\n)/, '$1nonsense\n')],
  ['a line is no line of ours', (text) => text.replace('{"table":"Label"', '{"tables":"Label"')],
  ['a column is another', (text) => text.replace(/(\{"table":"Label","columns":\[")/, '$1x","')],
])('a file that is damaged is refused, and leaves nothing behind: %s', async (_, damage) => {
  const elsewhere = await emptyDatabase()
  expect(await refusal(elsewhere, damage(file))).toContain(
    'This backup is damaged or was cut off, so nothing was restored',
  )
  expect(await ask(elsewhere, 'SELECT id FROM "User"')).toEqual([])
  expect(await refusal(elsewhere, file)).toBe('restored')
})

it('a file of someone else, of a newer version, and a database in use are refused', async () => {
  const elsewhere = await emptyDatabase()
  expect(await refusal(elsewhere, '{"hello":1}\n')).toContain('This file is no backup of Assay')
  expect(await refusal(elsewhere, file.replace('"migrations":["', '"migrations":["99991231000000_later","'))).toContain('newer version') // prettier-ignore
  expect(await refusal(here(), file)).toContain('There is something in this database already')
})
