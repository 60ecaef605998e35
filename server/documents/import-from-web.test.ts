import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Actor } from '@/domain/permissions/policy'
import { db } from '../db'
import { parseAllowance, type Allowance } from '../reachable'
import type { Network } from '../safe-fetch'
import { makeProject, makeWorld, writing, type World } from '../testing/make-world'
import { importers } from '../testing/processes'
import { refused } from '../testing/refused'
import { trashDocument } from './change-document'
import { importFromWeb } from './import-from-web'
import { listVersions } from './list-versions'
import { getOriginal, getVersion } from './read-version'

const SENTENCE =
  'Officials spoke of forty thousand tonnes a year, and the annex, published later, names fourteen thousand.'
const page = (head = '', body = '') =>
  `<html lang="en-GB"><head><title>Deal</title>${head}</head><body><nav>Menu</nav><article>${`<p>${SENTENCE}</p>`.repeat(6)}${body}</article></body></html>`

type Page = { type: string; body: string | Buffer; to?: string }
const html = (head?: string) => ({ type: 'text/html; charset=utf-8', body: page(head) })
const PAGES: Record<string, Page> = {
  '/deal': html(
    '<meta name="author" content="Ada Quill"><meta property="article:published_time" content="2026-11-12">',
  ),
  '/old': { type: 'text/html', body: '', to: '/deal' },
  '/amp/deal': html('<link rel="canonical" href="/deal">'),
  '/own': html('<link rel="canonical" href="/own?page=1">'),
  '/foreign': html('<link rel="canonical" href="https://times.example/deal">'),
  '/latin': {
    type: 'text/html; charset=iso-8859-1',
    body: Buffer.from(page('', '<p>Ein schönes Ende.</p>'), 'latin1'),
  },
  '/notes.md': { type: 'text/plain', body: `# Notes\n\n${SENTENCE}` },
  '/plain': { type: 'text/plain', body: `A headline\n\n${SENTENCE}` },
  '/data': { type: 'application/octet-stream', body: Buffer.from([1, 2, 0, 3]) },
  '/picture': { type: 'image/png', body: 'x' },
  '/heavy': { type: 'text/html', body: page('', '<p>x</p>'.repeat(200_000)) },
  '/wall': { type: 'text/html', body: '<form><input type="password"></form>' },
}

let asked: string[] = []
const web: Server = createServer((request, response) => {
  asked.push(request.url ?? '')
  const found = PAGES[(request.url ?? '').split('?')[0] ?? '']
  if (!found) response.writeHead(404).end('no')
  else if (found.to) response.writeHead(301, { location: found.to }).end()
  else response.writeHead(200, { 'content-type': found.type }).end(found.body)
})

let world: World
let at: string
let network: Network
beforeAll(async () => {
  world = await makeWorld()
  web.listen(0, '127.0.0.1')
  await once(web, 'listening')
  const host = `127.0.0.1:${(web.address() as AddressInfo).port}`
  at = `http://${host}`
  network = { allow: [parseAllowance(host) as Allowance] }
})
afterAll(() => web.close())

const bring = (
  path: string,
  {
    again = false,
    by = world.edda,
    projectId = world.projectId,
  }: { again?: boolean; by?: Actor; projectId?: string } = {},
) => importFromWeb(by, projectId, { id: v7(), address: path.startsWith('/') ? at + path : path, again }, { network })
const fresh = async () => (await makeProject(world.workspaceId, world.olga)).projectId

test('a page becomes a document of its article, with where, when and from whom it is', async () => {
  const before = new Date()
  const { document, notes } = await bring('/old#top', { by: writing(world.edda) })
  expect(notes).toEqual([])
  expect(document).toMatchObject({
    ...{ title: 'Deal', author: 'Ada Quill', source: '127.0.0.1', publishedOn: '2026-11-12', language: 'en-GB' },
    ...{ address: `${at}/deal`, format: 'html' },
  })
  expect(Date.parse(document.retrievedAt ?? '')).toBeGreaterThanOrEqual(before.getTime())
  const { text } = await getVersion(world.vera, document.versionId)
  expect(text).toContain('fourteen thousand')
  expect(text).not.toContain('Menu')
  const original = await getOriginal(world.vera, document.versionId)
  expect(original).toMatchObject({ name: 'deal.html', mediaType: 'text/html' })
  expect(Buffer.from(original.bytes).toString()).toBe(PAGES['/deal']?.body)
  const { items } = await listVersions(world.vera, document.id, { limit: 1 })
  expect(items[0]?.original).toMatchObject({ askedFor: `${at}/old`, address: `${at}/deal` })
})

test('an address that the project has is refused with that document, however it was reached, unless it is meant', async () => {
  const projectId = await fresh()
  const { document } = await bring('/old', { projectId })
  const known = {
    ...(refused('conflict', /You have it from .* already, as “Deal”/) as { sample: object }).sample,
    details: { same: { id: document.id, title: 'Deal' } },
  }
  for (const path of ['/old', '/old#part', '/deal', '/amp/deal'])
    await expect(bring(path, { projectId })).rejects.toMatchObject({ kind: 'conflict', details: known.details })
  asked = []
  await expect(bring('/old', { projectId })).rejects.toEqual(
    refused('conflict', /You have it from \d+ \w+ \d{4} already, as “Deal”/),
  )
  expect(asked).toEqual([])
  const again = await bring('/old', { projectId, again: true })
  expect(again.notes).toEqual(['The same file is in this project already, as “Deal”.'])
  await trashDocument(writing(world.edda), document.id)
  await trashDocument(writing(world.edda), again.document.id)
  expect((await bring('/deal', { projectId })).document.title).toBe('Deal')
  // Another project doesn't know of it.
  await bring('/deal', { projectId: await fresh() })
})

test('a page may name another address of its own site, and not that of another', async () => {
  const projectId = await fresh()
  expect((await bring('/own', { projectId })).document.address).toBe(`${at}/own?page=1`)
  const { document, notes } = await bring('/foreign', { projectId, again: true })
  expect(document.address).toBe(`${at}/foreign`)
  expect(notes).toContain('The page gives itself an address of another site: https://times.example/deal')
})

test.each([
  ['/latin', 'html', /Ein schönes Ende/],
  ['/notes.md', 'md', /^Notes\nOfficials/],
  ['/plain', 'txt', /^A headline\nOfficials/],
])('%s is read as %s', async (path, format, words) => {
  const { document } = await bring(path, { projectId: await fresh() })
  expect(document.format).toBe(format)
  expect((await getVersion(world.vera, document.versionId)).text).toMatch(words)
})

test.each([
  ['/nothing', 'invalid', /nothing at this address/],
  ['/picture', 'unsupported', /a picture/],
  ['/data', 'unsupported', /data/],
  ['/wall', 'invalid', /wants a sign-in/],
  ['http://10.0.0.1/', 'invalid', /public web only/],
  ['http://localhost/', 'invalid', /public web only/],
])('%s is refused and leaves nothing behind', async (path, kind, words) => {
  const count = () =>
    Promise.all([db.document.count(), db.original.count(), db.event.count(), db.idempotentAnswer.count()])
  const before = await count()
  await expect(bring(path, { by: writing(world.edda) })).rejects.toEqual(refused(kind as 'invalid', words))
  expect(await count()).toEqual(before)
})

test.skipIf(process.platform !== 'linux')(
  'who breaks off while a page is read ends that, and has no document',
  async () => {
    const projectId = await fresh()
    const breaking = new AbortController()
    const order = { id: v7(), address: `${at}/heavy`, again: false }
    const said = importFromWeb(writing(world.edda), projectId, order, { network, signal: breaking.signal }).catch(
      String,
    )
    await vi.waitFor(() => expect(importers(process.pid)).toHaveLength(1), { timeout: 10_000 })
    breaking.abort()
    expect(await said).toMatch(/was stopped before it was imported/)
    await vi.waitFor(() => expect(importers(process.pid)).toEqual([]))
    expect(await db.document.count({ where: { projectId } })).toBe(0)
  },
)

test('who may not import makes the server ask nobody for anything', async () => {
  asked = []
  for (const by of [world.ada, world.vera]) await expect(bring('/plain', { by })).rejects.toEqual(refused('forbidden'))
  await expect(bring('/plain', { by: world.otto })).rejects.toEqual(refused('not-found'))
  expect(asked).toEqual([])
})
