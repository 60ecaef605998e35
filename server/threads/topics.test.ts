import { v7 } from 'uuid'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/domain/permissions/policy'
import { createAnnotation } from '../annotations/create-annotation'
import { db } from '../db'
import type { StreamRef } from '../stream'
import type { TopicKind } from '../seals/seal-for'
import { makeClaim, makeFinding, makeRelation, makeRound, makeSeal, type Seal } from '../testing/make-claim'
import { draftOn, makeDocument, makeWorld, says, writing, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { waiting } from '../testing/waiting'
import { createComment } from './create-comment'
import { deleteComment, restoreComment } from './delete-comment'
import { editComment } from './edit-comment'
import { getThread } from './get-thread'
import { listComments } from './list-comments'
import { listRevisions } from './list-revisions'
import { markSeen } from './mark-seen'
import { reopenThread, resolveThread } from './resolve-thread'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

type Kind = {
  make: (seal?: Seal) => Promise<string>
  remove: ((id: string) => Promise<unknown>) | null
  hold: ((id: string, seal: Seal) => Promise<unknown>) | null
  stream: (id: string) => StreamRef
}

const gone = { deletedAt: new Date() }
const project = (): StreamRef => ({ kind: 'project', id: world.projectId })

/** What threads are about, each made by Ada. */
const KINDS: Record<TopicKind | 'finding on a document', Kind> = {
  annotation: {
    make: async () => (await createAnnotation(writing(world.ada), world.documentId, draftOn(world, 'deal'))).id,
    remove: (id) => db.annotation.update({ where: { id }, data: gone }),
    hold: (id, seal) => db.annotation.update({ where: { id }, data: seal }),
    stream: () => ({ kind: 'document', id: world.documentId }),
  },
  claim: {
    make: async () => (await makeClaim(world, world.ada)).id,
    remove: (id) => db.claim.update({ where: { id }, data: gone }),
    hold: (id, seal) => db.claim.update({ where: { id }, data: seal }),
    stream: (id) => ({ kind: 'claim', id }),
  },
  relation: {
    make: async () => makeRelation(await makeClaim(world, world.ada), await makeClaim(world, world.ada), world.ada),
    remove: (id) => db.claimRelation.update({ where: { id }, data: { removedAt: new Date() } }),
    hold: (id, seal) => db.claimRelation.update({ where: { id }, data: seal }),
    stream: project,
  },
  finding: {
    make: async () => makeFinding(world, { claimId: (await makeClaim(world, world.ada)).id }, world.ada),
    remove: null,
    hold: null,
    stream: project,
  },
  'finding on a document': {
    make: async () => {
      const { documentId } = await makeDocument(world.projectId, world.workspaceId, world.olga)
      return makeFinding(world, { documentId }, world.ada)
    },
    remove: null,
    hold: null,
    stream: project,
  },
}

const say = (by: Actor, threadId: string, text: string, parentId: string | null = null) =>
  createComment(writing(by), threadId, { id: v7(), parentId, json: says(text) })

describe.each(Object.entries(KINDS))('the thread of one %s', (_, { make, stream }) => {
  let id: string
  beforeEach(async () => {
    id = await make()
  })

  test('is spoken in, changed, settled and read as any other', async () => {
    expect(await getThread(world.vera, id)).toMatchObject({ status: 'open', version: 0, comments: 0 })
    const first = await say(world.ben, id, 'Why?')
    const second = await say(world.ada, id, 'Since', first.id)
    expect(await getThread(world.vera, id)).toMatchObject({ version: 1, comments: 2 })
    await editComment(writing(world.ben), first.id, { version: 1, json: says('Why so?') })
    expect((await listRevisions(world.vera, first.id, { limit: 9 })).items).toMatchObject([{ json: says('Why?') }])
    await deleteComment(writing(world.edda), first.id)
    expect((await listComments(world.vera, id, { limit: 9 })).items.map(({ json }) => json)).toEqual([null, second.json]) // prettier-ignore
    await restoreComment(writing(world.edda), first.id)
    await deleteComment(writing(world.ada), second.id)
    expect(await resolveThread(writing(world.ada), id, 'So it is')).toMatchObject({ status: 'resolved', comments: 1 })
    expect(await reopenThread(writing(world.ada), id)).toMatchObject({ status: 'open', version: 3 })
    const { kind, id: streamId } = stream(id)
    const events = await db.event.findMany({ where: { subject: { in: [id, first.id, second.id] } } })
    expect(new Set(events.filter((it) => it.kind !== 'annotation.created').map((it) => it.streamId))).toEqual(new Set([streamId])) // prettier-ignore
    expect(await db.stream.findUnique({ where: { id: streamId } })).toMatchObject({ kind })
  })

  test('twenty first comments at once meet in it', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => say(i % 2 ? world.ada : world.ben, id, `${i}`)))
    expect(await getThread(world.vera, id)).toMatchObject({ version: 1, comments: 20 })
  })

  test('is not there for outsiders, and not to be answered by viewers', async () => {
    await expect(getThread(world.otto, id)).rejects.toEqual(refused('not-found', /thread/))
    await expect(say(world.otto, id, 'x')).rejects.toEqual(refused('not-found', /thread/))
    await expect(say(world.vera, id, 'x')).rejects.toEqual(refused('forbidden'))
  })

  test('how far someone has read it is noted once it has begun, and told to nobody', async () => {
    const sights = () => db.threadSight.findMany({ where: { threadId: id } })
    const events = await db.event.count()
    expect(await markSeen(writing(world.vera), id)).toEqual({ done: true })
    expect(await sights()).toEqual([])
    expect(await db.event.count()).toBe(events)
    await say(world.ada, id, 'a')
    await markSeen(writing(world.vera), id)
    const [first] = await sights()
    await markSeen(writing(world.vera), id)
    const again = await sights()
    expect(again).toMatchObject([{ userId: world.vera.id, workspaceId: world.workspaceId }])
    expect(Number(again[0]?.seenAt)).toBeGreaterThanOrEqual(Number(first?.seenAt))
    expect(await db.event.count()).toBe(events + 1)
    await expect(markSeen(writing(world.otto), id)).rejects.toEqual(refused('not-found', /thread/))
  })
})

const REMOVABLE = Object.entries(KINDS).filter(([, { remove }]) => remove !== null)
const HOLDABLE = Object.entries(KINDS).filter(([, { hold }]) => hold !== null)

test.each(REMOVABLE)('with the %s its thread is gone', async (_, { make, remove }) => {
  const id = await make()
  const comment = await say(world.ada, id, 'a')
  await remove?.(id)
  await expect(getThread(world.ada, id)).rejects.toEqual(refused('not-found', /thread/))
  await expect(say(world.ada, id, 'b')).rejects.toEqual(refused('not-found', /thread/))
  await expect(deleteComment(writing(world.ada), comment.id)).rejects.toEqual(refused('not-found', /comment/))
})

test.each(HOLDABLE)('the thread of a %s that is held is its author’s alone', async (_, { make, hold }) => {
  const id = await make()
  await hold?.(id, await makeSeal(world, world.edda))
  const { held, ...comment } = await say(world.ada, id, 'To myself')
  expect(held).toBe(false)
  expect(await db.event.findMany({ where: { subject: comment.id } })).toMatchObject([{ streamId: world.ada.id }])
  await resolveThread(writing(world.ada), id, '')
  for (const other of [world.olga, world.ben]) {
    await expect(getThread(other, id)).rejects.toEqual(refused('not-found', /thread/))
    await expect(say(other, id, 'x')).rejects.toEqual(refused('not-found', /thread/))
    await expect(listRevisions(other, comment.id, { limit: 1 })).rejects.toEqual(refused('not-found'))
  }
})

test('what is said about a claim makes it active', async () => {
  const { id } = await makeClaim(world, world.ada)
  await db.claim.update({ where: { id }, data: { activeAt: new Date(0) } })
  const { createdAt } = await say(world.ada, id, 'a')
  expect((await db.claim.findUniqueOrThrow({ where: { id } })).activeAt.toISOString()).toBe(createdAt)
})

test('in the thread of a claim that is judged nothing moves until the reveal, unless it is judged in the open', async () => {
  const claim = await makeClaim(world, world.ada)
  const { id } = await say(world.ada, claim.id, 'From before')
  const round = await makeRound(claim, world.edda, [world.ben])
  const closed = refused('conflict', /under review/)
  for (const by of [world.ada, world.ben, world.olga]) {
    await expect(say(by, claim.id, 'x')).rejects.toEqual(closed)
    await expect(resolveThread(writing(by), claim.id, '')).rejects.toEqual(closed)
  }
  await expect(editComment(writing(world.ada), id, { version: 1, json: says('x') })).rejects.toEqual(closed)
  await expect(deleteComment(writing(world.edda), id)).rejects.toEqual(closed)
  expect((await listComments(world.vera, claim.id, { limit: 9 })).items).toHaveLength(1)
  await db.round.update({ where: { id: round.id }, data: { sealId: null } })
  expect(await say(world.ben, claim.id, 'In the open')).toMatchObject({ held: false })
})

test('what is said about a claim while its review is being opened comes before it, or is refused', async () => {
  const { id } = await makeClaim(world, world.ada)
  const { saying } = await db.$transaction(async (tx) => {
    await tx.claim.update({ where: { id }, data: { state: 'reviewing' } })
    const saying = expect(say(world.ada, id, 'Meanwhile')).rejects.toEqual(refused('conflict', /under review/))
    await expect.poll(waiting).toBe(1)
    return { saying }
  })
  await saying
})
