import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { v7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/domain/permissions/policy'
import { db } from '../db'
import { listNotifications } from '../notifications/list-notifications'
import { actorOf, makeAnnotation, makeComment, makeDesk, makeMember } from '../testing/make'
import { makePlace } from '../testing/make-place'
import { says, writing } from '../testing/make-world'
import { refused } from '../testing/refused'
import { exportWorkspace, fetchExport } from './export-workspace'
import { myData, WRITTEN } from './my-data'
import { NOT_TAKEN, takenTables } from './tables'
import { workspaceArchive } from './workspace-archive'
import { only, zipped, type Entry } from './zip-stream'

let desk: Awaited<ReturnType<typeof makeDesk>>
let owner: Actor
let ada: Actor

beforeEach(async () => {
  desk = await makeDesk()
  owner = await actorOf(desk.owner)
  ada = await actorOf(await makeMember(desk.workspaceId, 'admin', 'Ada'))
})

async function filesOf(pieces: AsyncGenerator<Uint8Array>): Promise<Record<string, Uint8Array>> {
  const taken: Uint8Array[] = []
  for await (const piece of pieces) taken.push(piece)
  return unzipSync(Buffer.concat(taken))
}

const jsonIn = (files: Record<string, Uint8Array>, path: string): never =>
  JSON.parse(Buffer.from(files[path] ?? new Uint8Array()).toString('utf8')) as never

const archive = (actor: Actor) =>
  filesOf(workspaceArchive(actor, { id: desk.workspaceId, name: 'Analysts', at: new Date('2026-01-01') }))

test('the archive has what is there, and its manifest has the hash of each file', async () => {
  const note = { id: v7(), json: says('An emoji comes before: 😀') }
  const made = await makeAnnotation(owner, desk, 'Critics', { tags: ['trade'], note })
  await makeComment(ada, made.id, 'I see.')
  const pdf = { name: 'CON.pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF-'), size: 5, sha256: 'x' }
  await db.original.create({ data: { versionId: desk.versionId, workspaceId: desk.workspaceId, ...pdf } })
  const files = await archive(owner)

  const { files: listed, version } = jsonIn(files, 'manifest.json') as { version: number; files: { path: string; bytes: number; sha256: string }[] } // prettier-ignore
  expect(version).toBe(1)
  expect([...listed.map(({ path }) => path), 'manifest.json'].toSorted()).toEqual(Object.keys(files).toSorted())
  for (const { path, bytes, sha256 } of listed) {
    expect(files[path]?.byteLength, path).toBe(bytes)
    expect(createHash('sha256').update(files[path] ?? '').digest('hex'), path).toBe(sha256) // prettier-ignore
  }
  expect(Buffer.from(files[`originals/${desk.versionId}/_CON.pdf`] ?? '').toString()).toBe('%PDF-')
  expect(jsonIn(files, 'data/Annotation.json')).toMatchObject([{ id: made.id, exact: 'Critics', tags: ['trade'] }])
  expect((jsonIn(files, 'data/Comment.json') as unknown[]).length).toBe(2)
  expect(jsonIn(files, 'data/DocumentVersion.json')).toMatchObject([{ id: desk.versionId, text: desk.text }])
  const [annotation] = jsonIn(files, 'annotations.jsonld') as [{ target: { selector: object[] } }]
  expect(annotation).toMatchObject({ type: 'Annotation', motivation: 'commenting', creator: { name: 'Olga Owner' } })
  expect(annotation.target.selector[1]).toMatchObject({ start: [...desk.text.slice(0, made.start)].length })
})

test('nothing that lets anyone in, and no address, is in it', async () => {
  const place = await makePlace()
  const actor = await actorOf({ id: place.ownerId, name: 'Olga' })
  const files = await filesOf(workspaceArchive(actor, { id: place.workspaceId, name: 'x', at: new Date('2026-01-01') }))
  const all = Object.values(files).map((bytes) => Buffer.from(bytes).toString('utf8')).join('\n') // prettier-ignore
  expect(all).toContain(place.mark)
  for (const word of ['tokenHash', 'passwordHash', '$argon2', '"address":"unknown"', '@example.org'])
    expect(all).not.toContain(word)
})

test('what others keep private or a seal holds is in no archive but their own', async () => {
  const before = await archive(owner)
  await makeAnnotation(ada, desk, 'Ministers', { visibility: 'private', note: { id: v7(), json: says('a whisper') } })
  expect(await archive(owner)).toEqual(before)
  expect(Buffer.from((await archive(ada))['data/Comment.json'] ?? '').toString()).toContain('a whisper')
})

test('every table of a workspace is in it, or it is said why not', async () => {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name::text AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'workspaceId'`
  const named = [...Object.keys(takenTables(owner, desk.workspaceId)), ...Object.keys(NOT_TAKEN)]
  expect(named).toEqual(expect.arrayContaining(rows.map(({ name }) => name)))
})

test('an archive is asked for by admins, told to owners, and fetched by whoever asked, within the hour', async () => {
  const id = v7()
  await exportWorkspace(writing(ada), desk.workspaceId, { id })
  const { items } = await listNotifications(owner, { limit: 10, unread: 'true' })
  expect(items).toMatchObject([{ kind: 'workspace-exported', by: { name: 'Ada' } }])
  const fetched = await fetchExport(ada, desk.workspaceId, id)
  expect(Object.keys(await filesOf(fetched.pieces))).toContain('manifest.json')
  const later = new Date(Date.now() + 61 * 60_000)
  await expect(fetchExport(ada, desk.workspaceId, id, later)).rejects.toEqual(refused('not-found'))
  await expect(fetchExport(owner, desk.workspaceId, id)).rejects.toEqual(refused('forbidden'))
  await expect(fetchExport(await actorOf((await makeDesk()).owner), desk.workspaceId, id)).rejects.toEqual(refused('not-found')) // prettier-ignore
  const edda = await actorOf(await makeMember(desk.workspaceId, 'editor'))
  await expect(exportWorkspace(writing(edda), desk.workspaceId, { id: v7() })).rejects.toEqual(refused('forbidden'))
})

test('more archives than there is room for have to wait, and one that nobody takes makes room', async () => {
  const [one, two, three] = [v7(), v7(), v7()]
  for (const id of [one, two, three]) await exportWorkspace(writing(owner), desk.workspaceId, { id })
  const fetching = await Promise.all([one, two].map((id) => fetchExport(owner, desk.workspaceId, id)))
  for (const { pieces } of fetching) await pieces.next()
  await expect(fetchExport(owner, desk.workspaceId, three)).rejects.toEqual(refused('unavailable'))
  for (const { pieces } of fetching) await pieces.return(undefined)
  expect((await fetchExport(owner, desk.workspaceId, three)).name).toMatch(/^Analysts .*\.zip$/)
})

test('of an archive only what is asked for is made', async () => {
  let made = 0
  async function* endless(): AsyncGenerator<Entry> {
    for (;;) {
      made += 1
      yield { path: `file-${made}`, packed: true, pieces: only(Buffer.alloc(1_000_000)) }
    }
  }
  const pieces = zipped(endless(), new Date('2026-01-01'), () => '')
  for (let taken = 0; taken < 5; taken++) await pieces.next()
  expect(made).toBeLessThan(5)
  await pieces.return(undefined)
})

test('a person takes along what is theirs, private too, and nothing that lets anyone in', async () => {
  await makeAnnotation(ada, desk, 'Ministers', { visibility: 'private', note: { id: v7(), json: says('a whisper') } })
  await makeAnnotation(owner, desk, 'deal', { note: { id: v7(), json: says('of another') } })
  const files = await filesOf(myData(ada))
  const all = Object.values(files).map((bytes) => Buffer.from(bytes).toString('utf8')).join('\n') // prettier-ignore
  expect(all).toContain('a whisper')
  for (const word of ['of another', 'passwordHash', 'tokenHash', '$argon2']) expect(all).not.toContain(word)
  expect(jsonIn(files, 'workspaces.json')).toMatchObject([{ id: desk.workspaceId, role: 'admin' }])
  await db.membership.deleteMany({ where: { userId: ada.id } })
  expect(jsonIn(await filesOf(myData(await actorOf(ada))), 'written/Annotation.json')).toEqual([])
})

test('every table of what people write is taken along', async () => {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name::text AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name IN ('authorId', 'raterId')`
  expect(Object.keys(WRITTEN).toSorted()).toEqual(rows.map(({ name }) => name).toSorted())
})
