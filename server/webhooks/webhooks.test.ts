import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/domain/permissions/policy'
import { config } from '../config'
import { restoreDocument, trashDocument } from '../documents/change-document'
import { db } from '../db'
import { createProject } from '../projects/create-project'
import { listNotifications } from '../notifications/list-notifications'
import { actorOf, makeAnnotation, makeDesk, makeMember } from '../testing/make'
import { writing } from '../testing/make-world'
import { ANSWERS, makeReceiver, type Receiver } from '../testing/receiver'
import { removeWebhook, renewSecret, updateWebhook } from './change-webhook'
import { collect, LONGEST, STEP } from './collect'
import { createWebhook } from './create-webhook'
import { listDeliveries, listWebhooks } from './list-webhooks'
import { redeliver, sendTest } from './send-by-hand'
import { ANSWER_BYTES, PATIENCE_MS, sendDue, WAITS_S } from './send-due'
import { prune } from './worker'

process.env.NEXTAUTH_SECRET = 'of this test'

let receiver: Receiver
let desk: Awaited<ReturnType<typeof makeDesk>>
let owner: Actor
let webhookId: string

beforeAll(async () => {
  receiver = await makeReceiver()
  process.env.FETCH_ALLOW = receiver.host
})
afterAll(() => receiver.close())

beforeEach(async () => {
  await db.webhook.deleteMany({})
  Object.assign(receiver, { came: [], answer: ANSWERS.fine })
  desk = await makeDesk()
  owner = await actorOf(desk.owner)
  webhookId = await addHook()
})

async function addHook(kinds: string[] = [], by = owner): Promise<string> {
  const id = v7()
  const made = await createWebhook(by, desk.workspaceId, { id, address: receiver.address, kinds, active: true })
  receiver.secret = made.secret
  await turn() // that it was added
  receiver.came = []
  return id
}

const QUICK = { milliseconds: 400, idleMilliseconds: 200 }
const later = (seconds: number) => new Date(Date.now() + seconds * 1000)

/** What the worker does in one look, at a moment. */
async function turn(now = later(1)): Promise<void> {
  await collect()
  await sendDue({ now, limits: QUICK })
}

const project = (name = 'Named') => createProject(writing(owner), desk.workspaceId, { id: v7(), name, description: '' })
const log = async (id = webhookId) => (await listDeliveries(owner, desk.workspaceId, id, { limit: 200 })).items
const hook = async () => (await listWebhooks(owner, desk.workspaceId, { limit: 1 })).items[0]
const numbers = () => receiver.came.map(({ message }) => message.seq)

test('what happens is sent: signed, by names of things alone, in the order in which it happened', async () => {
  for (const name of ['One', 'Two', 'Three']) await project(name)
  await turn()
  expect(receiver.came.map(({ message }) => message.kind)).toEqual([
    'project.created',
    'project.created',
    'project.created',
  ])
  const [first, second, third] = numbers() as number[]
  expect([second, third]).toEqual([(first ?? 0) + 1, (first ?? 0) + 2])
  for (const { verified, message, headers, body } of receiver.came) {
    expect(verified).toBe(true)
    expect(Object.keys(message)).toEqual(['id', 'kind', 'workspaceId', 'stream', 'seq', 'subject', 'actorId', 'at'])
    expect(headers['webhook-id']).toBe(message.id)
    expect(headers['content-type']).toBe('application/json')
    expect(body).not.toMatch(/One|Two|Three/)
  }
  expect((await log()).map(({ state, status }) => [state, status])).toContainEqual(['delivered', 204])
  await turn(later(600))
  expect(receiver.came).toHaveLength(3)
})

test('only what it asks for, and nothing of before it or of another workspace', async () => {
  const picky = await addHook(['document.trashed'])
  const other = await makeDesk()
  await createProject(writing(await actorOf(other.owner)), other.workspaceId, {
    id: v7(),
    name: 'Elsewhere',
    description: '',
  })
  await project()
  await turn()
  expect(await log(picky)).toEqual([])
  expect(JSON.stringify(receiver.came)).not.toContain(other.workspaceId)
})

test('several processes at once send each message once', async () => {
  for (let made = 0; made < 5; made++) await project()
  await Promise.all([collect(), collect(), collect()])
  await Promise.all([1, 2, 3, 4].map(() => sendDue({ now: later(1), limits: QUICK })))
  await turn(later(2))
  expect(receiver.came).toHaveLength(5)
  expect(numbers()).toEqual((numbers() as number[]).toSorted((a, b) => a - b))
})

test('a receiver that comes back gets everything, in order, each once', async () => {
  receiver.answer = ANSWERS.failing
  await project('One')
  await turn()
  await project('Two')
  await turn(later(2))
  expect(receiver.came).toHaveLength(1) // the second waits behind the first, which waits for its next try
  expect((await log())[1]).toMatchObject({ state: 'waiting', attempts: 1, status: 500, answer: 'out of order' })
  expect((await hook())?.failingSince).not.toBeNull()
  await turn(later(WAITS_S[0] * 1.3 + 1))
  expect(receiver.came).toHaveLength(2)
  receiver.answer = ANSWERS.fine
  await project('Three')
  await turn(later(WAITS_S[0] * 1.3 + WAITS_S[1] * 1.3 + 1))
  expect(receiver.came.slice(2).map(({ message }) => message.seq)).toHaveLength(3)
  expect(new Set(receiver.came.map(({ message }) => message.id)).size).toBe(3)
  expect(numbers().slice(2)).toEqual((numbers().slice(2) as number[]).toSorted((a, b) => a - b))
  expect((await hook())?.failingSince).toBeNull()
})

test('a receiver that asks to be left alone for an hour is', async () => {
  receiver.answer = ANSWERS.busy
  await project()
  await turn()
  expect((await log())[0]).toMatchObject({ state: 'waiting', attempts: 1, status: 429, answer: 'not now' })
  receiver.answer = ANSWERS.fine
  await turn(later(3500))
  expect(receiver.came).toHaveLength(1)
  await turn(later(3700))
  expect((await log())[0]).toMatchObject({ state: 'delivered', attempts: 2 })
})

test('one that nobody answers is given up after a day, and stays in the log; the next is tried then', async () => {
  receiver.answer = ANSWERS.torn
  await project('One')
  await project('Two')
  let at = 1
  for (const wait of WAITS_S) {
    await turn(later(at))
    at += wait * 1.21 + 1
  }
  await turn(later(at))
  const [second, first] = await log()
  expect(first).toMatchObject({
    state: 'failed',
    attempts: WAITS_S.length + 1,
    status: null,
    error: 'The receiver broke off before it had answered.',
  })
  expect(second).toMatchObject({ state: 'waiting', attempts: 1 })
  expect(WAITS_S.reduce((sum, each) => sum + each, 0) / 3600).toBeCloseTo(24.6, 1)
})

test.each([
  ['failing', { status: 500, answer: 'out of order', error: '' }],
  ['silent', { status: null, answer: '', error: 'The receiver took too long to answer.' }],
  ['slow', { status: null, answer: '', error: 'The receiver took too long to answer.' }],
  ['torn', { status: null, answer: '', error: 'The receiver broke off before it had answered.' }],
] as const)('a receiver that is %s: the log says so', async (how, entry) => {
  receiver.answer = ANSWERS[how]
  await project()
  await turn()
  expect((await log())[0]).toMatchObject({ state: 'waiting', attempts: 1, ...entry })
})

test('of an answer that never ends the beginning is kept, of an odd one what can be shown', async () => {
  receiver.answer = ANSWERS.huge
  await project()
  await turn()
  expect((await log())[0]).toMatchObject({ state: 'delivered', status: 200, answer: 'x'.repeat(ANSWER_BYTES) })
  receiver.answer = ANSWERS.odd
  await project()
  await turn(later(2))
  expect((await log())[0]).toMatchObject({ state: 'delivered', answer: '\uFFFD\uFFFD\uFFFDA' })
})

test('no redirect is followed', async () => {
  receiver.answer = (response) => response.writeHead(307, { location: `${receiver.address}/elsewhere` }).end()
  await project()
  await turn()
  expect(receiver.came).toHaveLength(1)
  expect((await log())[0]).toMatchObject({ state: 'waiting', status: 307 })
})

test('after days of failing it is switched off, the admins are told, and it goes on once it is on again', async () => {
  const admin = await actorOf(await makeMember(desk.workspaceId, 'admin', 'Alma'))
  const viewer = await actorOf(await makeMember(desk.workspaceId, 'viewer', 'Vera'))
  receiver.answer = ANSWERS.failing
  await project('One')
  await turn()
  await turn(later(PATIENCE_MS / 1000 + 100))
  expect(await hook()).toMatchObject({ active: false, disabledAt: expect.any(String) })
  for (const [actor, told] of [
    [admin, 1],
    [owner, 1],
    [viewer, 0],
  ] as const) {
    const { items } = await listNotifications(actor, { limit: 9, unread: 'true' })
    expect(items.map(({ kind, topicId }) => [kind, topicId])).toEqual(
      Array(told).fill(['webhook-off', desk.workspaceId]),
    )
  }
  const audited = await db.auditEntry.findMany({ where: { workspaceId: desk.workspaceId, action: 'webhook.disabled' } })
  expect(audited).toMatchObject([{ actorId: null, subject: webhookId }])

  await project('Two')
  receiver.answer = ANSWERS.fine
  receiver.came = []
  await turn(later(PATIENCE_MS / 1000 + 200_000))
  expect(receiver.came).toEqual([])
  const { version = 0, address = '' } = (await hook()) ?? {}
  await updateWebhook(writing(owner), desk.workspaceId, webhookId, { version, address, kinds: [], active: true })
  await turn(later(PATIENCE_MS / 1000 + 300_000))
  expect(receiver.came.map(({ message }) => message.kind)).toEqual([
    'project.created',
    'project.created',
    'webhook.updated',
  ])
})

test('one that says it is gone is switched off at once', async () => {
  receiver.answer = ANSWERS.gone
  await project()
  await turn()
  expect(await hook()).toMatchObject({ active: false })
})

test('a test is sent at once, off or on, and once; it can be verified', async () => {
  const { version = 0, address = '' } = (await hook()) ?? {}
  await updateWebhook(writing(owner), desk.workspaceId, webhookId, { version, address, kinds: [], active: false })
  const actor = writing(owner)
  await sendTest(actor, desk.workspaceId, webhookId)
  await sendTest(actor, desk.workspaceId, webhookId)
  await turn()
  expect(receiver.came).toMatchObject([
    { verified: true, message: { kind: 'webhook.test', stream: null, subject: webhookId } },
  ])
  receiver.answer = ANSWERS.failing
  await sendTest(writing(owner), desk.workspaceId, webhookId)
  await turn(later(2))
  await turn(later(90_000))
  expect(receiver.came).toHaveLength(2)
  expect((await log())[0]).toMatchObject({ state: 'failed', status: 500 })
})

test('what was sent can be sent again, under its id; what waits is tried at once', async () => {
  await project()
  await turn()
  const [sent] = await log()
  await redeliver(writing(owner), desk.workspaceId, webhookId, sent?.id ?? '')
  await turn(later(2))
  expect(receiver.came.map(({ body }) => body)).toEqual([receiver.came[0]?.body, receiver.came[0]?.body])
  receiver.answer = ANSWERS.failing
  await project()
  await turn(later(3))
  receiver.answer = ANSWERS.fine
  const [waits] = await log()
  expect(waits?.state).toBe('waiting')
  await redeliver(writing(owner), desk.workspaceId, webhookId, waits?.id ?? '')
  await turn(later(4))
  expect((await log())[0]).toMatchObject({ id: waits?.id, state: 'delivered' })
})

test('a secret is kept encrypted, and a new one takes its place', async () => {
  const old = receiver.secret
  const row = await db.webhook.findUniqueOrThrow({ where: { id: webhookId } })
  expect(JSON.stringify(row)).not.toContain(old.slice(6, 20))
  const { secret } = await renewSecret(writing(owner), desk.workspaceId, webhookId)
  await project()
  await turn()
  expect(receiver.came.map(({ verified }) => verified)).toContain(false)
  receiver.secret = secret
  receiver.came = []
  await project()
  await turn(later(2))
  expect(receiver.came).toMatchObject([{ verified: true }])
  const answers = await db.idempotentAnswer.findMany({ where: { userId: owner.id } })
  expect(JSON.stringify(answers)).not.toContain('whsec_')
})

test('an address is of https, or one that is allowed by name, and never inside unless that is', async () => {
  const refused = [
    'ftp://a.example',
    'http://hooks.example.org',
    'https://me@hooks.example.org',
    'http://127.0.0.1:1/x',
    'https://hooks.example.org:22',
    'nonsense',
  ]
  for (const address of refused) {
    const attempt = createWebhook(owner, desk.workspaceId, { id: v7(), address, kinds: [], active: true })
    await expect(attempt, address).rejects.toMatchObject({
      kind: 'invalid',
      details: { fields: [{ field: 'address' }] },
    })
  }
  // An address is looked at again whenever something is sent: what it leads to may have changed.
  await db.webhook.update({ where: { id: webhookId }, data: { address: 'https://169.254.169.254/hook' } })
  await project()
  await turn()
  expect((await log())[0]?.error).toContain('private network')
})

test('what a plain member can’t read waits until they can', async () => {
  const edda = await actorOf(await makeMember(desk.workspaceId, 'editor', 'Edda'))
  const ofDocument = () =>
    receiver.came.map(({ message }) => message).filter(({ stream }) => (stream as { kind: string }).kind === 'document')
  await makeAnnotation(writing(edda), desk, 'rare earths')
  await trashDocument(writing(edda), desk.documentId)
  await turn()
  expect(receiver.came.map(({ message }) => message.kind)).toEqual(['document.trashed'])
  await restoreDocument(writing(edda), desk.documentId)
  await turn(later(2))
  expect(ofDocument().map(({ kind, seq }) => [kind, seq])).toEqual([['annotation.created', 1]])
})

test('a line that is long enough grows no more, and nothing is lost of what waits in the log of events', async () => {
  receiver.answer = ANSWERS.failing
  await project()
  const [stream] = await db.stream.findMany({ where: { id: desk.workspaceId } })
  const seq = stream?.seq ?? 0
  const data = Array.from({ length: 2 * LONGEST }, (_, nth) => ({
    streamId: desk.workspaceId,
    seq: seq + nth + 1,
    kind: 'project.created',
    subject: v7(),
    actorId: owner.id,
  }))
  await db.event.createMany({ data })
  await db.stream.update({ where: { id: desk.workspaceId }, data: { seq: seq + data.length } })
  await collect()
  await collect()
  const waiting = () =>
    db.webhookDelivery.findMany({ where: { webhookId, state: 'waiting' }, orderBy: { number: 'asc' } })
  const first = await waiting()
  expect(first.length).toBeLessThanOrEqual(LONGEST + STEP)
  await db.webhookDelivery.updateMany({ where: { webhookId, state: 'waiting' }, data: { state: 'delivered' } })
  await collect()
  const seqs = [...first, ...(await waiting())].map((each) => each.seq ?? 0)
  expect(seqs).toEqual(seqs.map((_, nth) => (seqs[0] ?? 0) + nth))
  expect(seqs.at(-1)).toBe(seq + data.length)
})

test('old messages go, those that wait stay', async () => {
  await project()
  await turn()
  receiver.answer = ANSWERS.failing
  await project()
  await turn(later(2))
  await db.webhookDelivery.updateMany({ data: { createdAt: new Date('2025-01-01') } })
  await prune()
  expect((await log()).map(({ state }) => state)).toEqual(['waiting'])
})

test('removed, it sends nothing more, and its log goes with it', async () => {
  await project()
  await removeWebhook(writing(owner), desk.workspaceId, webhookId)
  await turn()
  expect(receiver.came).toEqual([])
  expect(await db.webhookDelivery.count({ where: { webhookId } })).toBe(0)
})

test('admins manage them, and nobody else; a stale change is refused with both', async () => {
  const alma = writing(await actorOf(await makeMember(desk.workspaceId, 'admin', 'Alma')))
  const edda = await actorOf(await makeMember(desk.workspaceId, 'editor', 'Edda'))
  const { version = 0, address = '' } = (await hook()) ?? {}
  const change = { version, address, kinds: ['claim.approved'], active: true }
  expect(await updateWebhook(alma, desk.workspaceId, webhookId, change)).toMatchObject({ kinds: ['claim.approved'] })
  await expect(updateWebhook(writing(owner), desk.workspaceId, webhookId, change)).rejects.toMatchObject({
    kind: 'conflict',
    details: { yours: { address } },
  })
  await expect(listWebhooks(edda, desk.workspaceId, { limit: 1 })).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(renewSecret(edda, desk.workspaceId, webhookId)).rejects.toMatchObject({ kind: 'forbidden' })
  const other = await makeDesk()
  await expect(sendTest(await actorOf(other.owner), other.workspaceId, webhookId)).rejects.toMatchObject({
    kind: 'not-found',
  })
  expect(config.fetch.network.allow).toHaveLength(1)
})
