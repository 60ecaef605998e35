import type { APIRequestContext } from '@playwright/test'
import { v7 } from 'uuid'
import { actorOf, makeAnnotation, makeUser } from '@/server/testing/make'
import { makeDocument } from '@/server/testing/make-world'
import { expect, test } from './fixtures'

const PARAGRAPHS = Array.from({ length: 400 }, (_, at) => `Paragraph ${at}. ${'Words & <more> words. '.repeat(20)}`)

test('parts and text are kept by browsers and asked for each time, and access is asked first', async ({
  desk,
  as,
  member,
}) => {
  const actor = await actorOf(desk.owner)
  const { documentId, versionId } = await makeDocument(desk.projectId, desk.workspaceId, actor, PARAGRAPHS)
  const owner = (await as(desk.owner)).request
  const viewer = (await member('viewer')).page.request
  const outsider = (await as(await makeUser('Otto Outsider'))).request
  for (const [path, type] of [
    ['parts/1', 'text/html; charset=utf-8'],
    ['text', 'text/plain; charset=utf-8'],
  ] as const) {
    const address = `/api/v1/versions/${versionId}/${path}`
    const first = await viewer.get(address)
    expect(first.status()).toBe(200)
    expect((await first.text()).includes('Paragraph 100. Words')).toBe(true)
    const { etag = '', ...headers } = first.headers()
    expect(headers).toMatchObject({
      'content-type': type,
      'cache-control': 'private, no-cache',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'") as unknown,
    })
    expect(headers['content-encoding'], path).toMatch(/^(br|gzip)$/)
    expect(etag).toMatch(/^"[\w-]{20,}"$/)

    const again = await viewer.get(address, { headers: { 'if-none-match': etag } })
    expect(again.status()).toBe(304)
    expect(await again.body()).toHaveLength(0)
    // Who may not read gets no 304 either: that would tell them that it is there.
    expect((await outsider.get(address, { headers: { 'if-none-match': etag } })).status()).toBe(404)
  }
  const trashed = await owner.delete(`/api/v1/documents/${documentId}`, { headers: await writing(owner) })
  expect(trashed.status()).toBe(200)
  const { etag = '' } = (await owner.get(`/api/v1/versions/${versionId}/parts/1`)).headers()
  const kept = await viewer.get(`/api/v1/versions/${versionId}/parts/1`, { headers: { 'if-none-match': etag } })
  expect(kept.status()).toBe(404)
})

test('where annotations lie is kept by browsers and asked for again; a new one makes it another answer', async ({
  desk,
  as,
}) => {
  const actor = await actorOf(desk.owner)
  const { request } = await as(desk.owner)
  const address = `/api/v1/documents/${desk.documentId}/spans`
  const { etag = '' } = (await request.get(address)).headers()
  expect((await request.get(address, { headers: { 'if-none-match': etag } })).status()).toBe(304)
  await makeAnnotation(actor, desk, 'rare earths')
  const moved = await request.get(address, { headers: { 'if-none-match': etag } })
  expect(moved.status()).toBe(200)
  expect(((await moved.json()) as { ids: string[] }).ids).toHaveLength(1)
  const outsider = (await as(await makeUser('Otto Outsider'))).request
  expect((await outsider.get(address, { headers: { 'if-none-match': etag } })).status()).toBe(404)
})

test('a paste may be as large as a document; an upload of more than the limit is refused unread', async ({
  desk,
  as,
}) => {
  const { request } = await as(desk.owner)
  const content = 'A long text. '.repeat(150_000) // 1.95 million characters
  const pasted = await request.post(`/api/v1/projects/${desk.projectId}/documents`, {
    headers: await writing(request),
    data: { id: v7(), title: null, format: 'txt', content },
  })
  expect(pasted.status()).toBe(200)
  const large = await request.post(`/api/v1/projects/${desk.projectId}/uploads?id=${v7()}&name=large.txt`, {
    headers: { ...(await writing(request)), 'content-type': 'application/octet-stream' },
    data: Buffer.alloc(20 * 1024 * 1024 + 1, 'a'),
  })
  expect(large.status()).toBe(413)
  expect(await large.json()).toMatchObject({ title: expect.stringContaining('larger than') as unknown, status: 413 })
})

test('what no database could take is refused in words, not by a fault', async ({ desk, as }) => {
  const { request } = await as(desk.owner)
  const cursor = Buffer.from(JSON.stringify({ sort: 'added', order: 'desc', key: 'never', id: v7() })).toString(
    'base64url',
  )
  const documents = `/api/v1/projects/${desk.projectId}/documents`
  expect(await asked(request, `${documents}?text=%00`)).toMatchObject({
    status: 400,
    type: 'urn:assay:problem:invalid',
  })
  for (const query of ['limit=0', 'limit=1e9', 'sort=size', 'cursor=x', `cursor=${cursor}`, 'unknown=1']) {
    const { status, type } = await asked(request, `${documents}?${query}`)
    expect({ query, status, type }).toEqual({ query, status: 422, type: 'urn:assay:problem:invalid' })
  }
  expect(await asked(request, `/api/v1/documents/${desk.documentId}/events?after=99999999999`)).toMatchObject({
    status: 422,
  })
  expect(await asked(request, `/api/v1/versions/${desk.versionId}/parts/99999`)).toMatchObject({ status: 404 })
  expect(await asked(request, `/api/v1/versions/${desk.versionId}/parts/x`)).toMatchObject({ status: 422 })
  const rename = await request.patch(`/api/v1/documents/${desk.documentId}`, {
    headers: await writing(request),
    data: { version: 99_999_999_999, title: 'x' },
  })
  expect(rename.status()).toBe(422)
})

test('the description of the API, health and readiness are there for programs', async ({ stranger }) => {
  const { request } = await stranger()
  expect(await (await request.get('/api/v1/openapi.json')).json()).toMatchObject({ openapi: '3.1.0' })
  expect(await (await request.get('/api/health')).json()).toEqual({ status: 'alive' })
  expect(await (await request.get('/api/ready')).json()).toEqual({ status: 'ready' })
})

async function asked(request: APIRequestContext, address: string): Promise<{ status: number; type: unknown }> {
  const response = await request.get(address)
  const { type } = (await response.json()) as { type?: unknown }
  return { status: response.status(), type }
}

/** What a write of ours carries. */
async function writing(request: APIRequestContext): Promise<Record<string, string>> {
  const { origin } = new URL((await request.get('/api/health')).url())
  return { origin, 'idempotency-key': v7() }
}
