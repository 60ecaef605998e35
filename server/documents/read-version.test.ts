import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { beforeAll, expect, test, vi } from 'vitest'
import { db } from '../db'
import { makeDocument, makeWorld, writing, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { trashDocument } from './change-document'
import { findVersion } from './find-version'
import { getVersion, partBytes, partTag } from './read-version'

let world: World
let long: Awaited<ReturnType<typeof makeDocument>>
beforeAll(async () => {
  world = await makeWorld()
  const paragraphs = Array.from(
    { length: 1000 },
    (_, index) => `Paragraph ${index}. ${'Some words & <more>. '.repeat(25)}`,
  )
  long = await makeDocument(world.projectId, world.workspaceId, world.olga, paragraphs)
})

test('a version is loaded once, however many ask at the same moment', async () => {
  const spy = vi.spyOn(db.documentVersion, 'findUnique')
  const versions = await Promise.all([1, 2, 3].map(() => findVersion(long.versionId)))
  expect(new Set(versions).size).toBe(1)
  expect(await findVersion(long.versionId)).toBe(versions[0])
  expect(spy).toHaveBeenCalledTimes(1)
  spy.mockRestore()
})

test('the parts together hold every paragraph once, with the offset where it starts', async () => {
  const version = await getVersion(world.vera, long.versionId)
  expect(version.parts.length).toBeGreaterThan(2)
  const htmls = await Promise.all(
    version.parts.map(async (_, number) => Buffer.from(await partBytes(version, number, 'identity')).toString()),
  )
  const starts = [...htmls.join('').matchAll(/data-at="(\d+)"/g)].map(([, at]) => Number(at))
  expect(starts).toEqual(version.flat.blocks.map(({ at }) => at))
  expect(htmls.join('')).not.toContain('<more>')
})

test('a part is the same however it is compressed, and each way has a tag of its own', async () => {
  const version = await getVersion(world.vera, long.versionId)
  const [plain, br, gz] = await Promise.all(
    (['identity', 'br', 'gzip'] as const).map((encoding) => partBytes(version, 1, encoding)),
  )
  const text = Buffer.from(plain ?? []).toString()
  expect(brotliDecompressSync(br ?? Buffer.alloc(0)).toString()).toBe(text)
  expect(gunzipSync(gz ?? Buffer.alloc(0)).toString()).toBe(text)
  const tags = [0, 1].flatMap((number) =>
    (['identity', 'br', 'gzip'] as const).map((encoding) => partTag(version, number, encoding)),
  )
  expect(new Set(tags).size).toBe(6)
})

test('a part that is not there is not found', async () => {
  const version = await getVersion(world.vera, long.versionId)
  await expect(partBytes(version, version.parts.length, 'br')).rejects.toEqual(refused('not-found'))
})

test('a cached version is read by those alone who may read its document now', async () => {
  await expect(getVersion(world.otto, long.versionId)).rejects.toEqual(refused('not-found'))
  expect(await getVersion(world.vera, long.versionId)).toBeTruthy()
  await trashDocument(writing(world.edda), long.documentId)
  await expect(getVersion(world.vera, long.versionId)).rejects.toEqual(refused('not-found'))
  expect(await getVersion(world.edda, long.versionId)).toBeTruthy()
})
