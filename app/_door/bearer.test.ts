import { beforeEach, expect, test } from 'vitest'
import { v7 } from 'uuid'
import { POST as createProject } from '@/app/api/v1/workspaces/[workspaceId]/projects/route'
import { GET as getWorkspace } from '@/app/api/v1/workspaces/[workspaceId]/route'
import { PATCH as renameMe } from '@/app/api/v1/me/route'
import { db } from '@/server/db'
import { makeMember, makeWorkspace } from '@/server/testing/make'
import { makeToken } from '@/server/testing/make-place'

let workspaceId: string
let userId: string
const secrets = { read: '', write: '' }
beforeEach(async () => {
  workspaceId = await makeWorkspace()
  userId = (await makeMember(workspaceId, 'editor', 'Edda')).id
  for (const scope of ['read', 'write'] as const)
    secrets[scope] = (await makeToken({ workspaceId, mark: '' }, userId, scope)).secret
})

/** Asks as a program does: without an origin. */
function request(method: string, token: string, body?: unknown, key = v7()): Request {
  const headers = {
    authorization: `Bearer ${token}`,
    'idempotency-key': key,
    'content-type': 'application/json',
    cookie: 'assay.session=x',
  }
  return new Request('http://localhost/api/v1/x', {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}
const context = () => ({ params: Promise.resolve({ workspaceId }) })
const draft = () => ({ id: v7(), name: 'By a program', description: '' })
const projects = () => db.project.count({ where: { workspaceId } })

test('a token reads as its person', async () => {
  const told = await getWorkspace(request('GET', secrets.read), context())
  expect([told.status, await told.json()]).toMatchObject([200, { id: workspaceId, role: 'editor' }])
})

test('one that is not good is refused, and says so as RFC 6750 wants; no cookie stands in for it', async () => {
  for (const token of ['', 'nonsense', `${secrets.read}x`, 'assay_']) {
    const told = await getWorkspace(request('GET', token), context())
    expect(told.status).toBe(401)
    expect(told.headers.get('www-authenticate')).toBe('Bearer realm="Assay", error="invalid_token"')
  }
})

test('one that may only read changes nothing', async () => {
  const told = await createProject(request('POST', secrets.read, draft()), context())
  expect([told.status, (await told.json()) as object]).toMatchObject([
    403,
    { title: expect.stringContaining('may only read') },
  ])
  expect(told.headers.get('www-authenticate')).toContain('error="insufficient_scope"')
  expect(await projects()).toBe(0)
})

test('one that may write needs no origin; a retry has one effect and the same answer; without a key it is refused', async () => {
  const body = draft()
  const first = await createProject(request('POST', secrets.write, body, 'key-of-a-program'), context())
  expect(first.status).toBe(200)
  const again = await createProject(request('POST', secrets.write, body, 'key-of-a-program'), context())
  expect([again.status, await again.json()]).toEqual([200, await first.json()])
  expect(await projects()).toBe(1)
  expect((await createProject(request('POST', secrets.write, draft(), 'key-of-a-program'), context())).status).toBe(409)
  expect((await createProject(request('POST', secrets.write, draft(), ''), context())).status).toBe(422)
})

test('an answer that one token got is not given to another, be it the same person’s', async () => {
  const body = draft()
  await createProject(request('POST', secrets.write, body, 'key-of-a-program'), context())
  const { secret } = await makeToken({ workspaceId, mark: '' }, userId)
  expect((await createProject(request('POST', secret, body, 'key-of-a-program'), context())).status).toBe(409)
})

test('what is a person’s own is closed to it', async () => {
  const told = await renameMe(request('PATCH', secrets.write, { name: 'Someone else' }), {
    params: Promise.resolve({}),
  })
  expect([told.status, (await told.json()) as object]).toMatchObject([
    403,
    { title: expect.stringContaining('a person’s own') },
  ])
  expect((await db.user.findUniqueOrThrow({ where: { id: userId } })).name).toBe('Edda')
})
