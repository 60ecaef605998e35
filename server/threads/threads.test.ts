import fc from 'fast-check'
import { v7 } from 'uuid'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/domain/permissions/policy'
import type { RefusalKind } from '@/domain/refusal'
import { Comment, CommentRevision, ThreadState } from '@/domain/threads/thread'
import { createAnnotation } from '../annotations/create-annotation'
import { deleteAnnotation } from '../annotations/delete-annotation'
import { getAnnotation } from '../annotations/get-annotation'
import { shareAnnotation } from '../annotations/share-annotation'
import { db } from '../db'
import { draftOn, makeWorld, noteOf, says, writing, type World } from '../testing/make-world'
import { waiting } from '../testing/waiting'
import { createComment } from './create-comment'
import { deleteComment, restoreComment } from './delete-comment'
import { editComment } from './edit-comment'
import { getThread } from './get-thread'
import { listComments } from './list-comments'
import { listRevisions } from './list-revisions'
import { reopenThread, resolveThread } from './resolve-thread'

let world: World
let threadId: string
beforeAll(async () => {
  world = await makeWorld()
})
beforeEach(async () => {
  threadId = (await createAnnotation(writing(world.ada), world.documentId, draftOn(world, 'tonnes'))).id
})

const refused = (kind: RefusalKind, message?: RegExp) =>
  expect.objectContaining({
    name: 'Refusal',
    kind,
    ...(message && { message: expect.stringMatching(message) as string }),
  })

const say = async (by: Actor, text: string, parentId: string | null = null, thread = threadId) =>
  createComment(writing(by), thread, { id: v7(), parentId, json: says(text) })
const read = async (by: Actor, limit = 200) => (await listComments(by, threadId, { limit })).items
const texts = async (by = world.vera) => (await read(by)).map(({ json }) => json && textOf(json))
const textOf = (json: unknown) => /"text":"([^"]*)"/.exec(JSON.stringify(json))?.[1]
const edit = (by: Actor, id: string, version: number, text: string) =>
  editComment(writing(by), id, { version, json: says(text) })
const revisions = async (by: Actor, id: string) =>
  (await listRevisions(by, id, { limit: 50 })).items.map(({ json }) => textOf(json))

test('a thread begins with its first comment, whose answer is as it is read again', async () => {
  expect(await getThread(world.vera, threadId)).toMatchObject({ status: 'open', version: 0, comments: 0 })
  const first = await say(world.ben, 'Which tonnes?')
  expect(JSON.stringify(Comment.parse(first))).toBe(JSON.stringify(first))
  expect(await read(world.vera)).toEqual([first])
  expect((await getAnnotation(world.vera, threadId)).note).toEqual(first)
  expect(await getThread(world.vera, threadId)).toMatchObject({ status: 'open', version: 1, comments: 1 })
})

test('twenty first comments at once meet in one thread', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, i) => say(i % 2 ? world.ada : world.ben, `${i}`)))
  expect((await getThread(world.ada, threadId)).comments).toBe(20)
})

test('replies hang on comments of the same thread, to any depth', async () => {
  let parentId: string | null = null
  for (let depth = 0; depth < 12; depth++) parentId = (await say(world.ada, `${depth}`, parentId)).id
  expect(await read(world.vera)).toHaveLength(12)
  const other = await createAnnotation(writing(world.ada), world.documentId, draftOn(world, 'annex'))
  await expect(say(world.ada, 'astray', parentId, other.id)).rejects.toEqual(refused('not-found', /comment/))
})

test('pages hold every comment once, in order', async () => {
  const made = []
  for (let i = 0; i < 7; i++) made.push(await say(world.ada, `${i}`))
  const paged = []
  for (let cursor: string | null | undefined = undefined; cursor !== null;) {
    const page: Awaited<ReturnType<typeof listComments>> = await listComments(world.ben, threadId, { limit: 3, cursor })
    paged.push(...page.items)
    cursor = page.next
  }
  expect(paged).toEqual(made)
})

test('who may not reply or resolve is told so, or finds no thread', async () => {
  const { id } = await say(world.ada, 'mine')
  await expect(say(world.vera, 'x')).rejects.toEqual(refused('forbidden'))
  await expect(resolveThread(writing(world.vera), threadId, '')).rejects.toEqual(refused('forbidden'))
  await expect(edit(world.olga, id, 1, 'x')).rejects.toEqual(refused('forbidden'))
  await expect(deleteComment(writing(world.ben), id)).rejects.toEqual(refused('forbidden'))
  const attempts = [
    () => say(world.otto, 'x'),
    () => read(world.otto),
    () => getThread(world.otto, threadId),
    () => edit(world.otto, id, 1, 'x'),
  ]
  for (const attempt of attempts) {
    await expect(attempt()).rejects.toEqual(refused('not-found'))
  }
})

test.each<[string, unknown, RefusalKind]>([
  ['nothing', says(' '), 'invalid'],
  ['too much', says('x'.repeat(50_001)), 'too-large'],
  ['a heading', { type: 'doc', content: [{ type: 'heading', attrs: { level: 1 } }] }, 'invalid'],
])('%s is no comment', async (_, json, kind) => {
  const draft = { id: v7(), parentId: null, json: json as ReturnType<typeof says> }
  await expect(createComment(writing(world.ada), threadId, draft)).rejects.toEqual(refused(kind))
})

test('an edit keeps what was said; a stale one gets both texts', async () => {
  const { id } = await say(world.ada, 'one')
  const edited = await edit(world.ada, id, 1, 'two')
  expect(edited).toMatchObject({ version: 2, editedAt: expect.any(String) as string })
  await edit(world.ada, id, 2, 'three')
  await expect(edit(world.ada, id, 2, 'mine')).rejects.toMatchObject({
    kind: 'conflict',
    details: { theirs: says('three'), yours: says('mine'), version: 3 },
  })
  expect(await revisions(world.vera, id)).toEqual(['two', 'one'])
  const first = await listRevisions(world.vera, id, { limit: 1 })
  expect(CommentRevision.parse(first.items[0])).toEqual(first.items[0])
  expect((await listRevisions(world.vera, id, { limit: 1, cursor: first.next ?? '' })).items).toMatchObject([
    { version: 1 },
  ])
})

test('of two edits at once one is made, and the other is told', async () => {
  const { id } = await say(world.ada, 'one')
  const outcomes = await Promise.allSettled(['two', 'three', 'four'].map((text) => edit(world.ada, id, 1, text)))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('a deleted comment is gone; one with replies leaves its place as long as they stand', async () => {
  const a = await say(world.ada, 'a')
  const b = await say(world.ben, 'b', a.id)
  const c = await say(world.ben, 'c', b.id)
  await deleteComment(writing(world.ada), a.id)
  await deleteComment(writing(world.ben), b.id)
  expect(await texts()).toEqual([null, null, 'c'])
  expect((await read(world.vera))[0]).toMatchObject({ deleted: true, json: null, editedAt: null })
  expect(await getThread(world.vera, threadId)).toMatchObject({ comments: 1 })
  await deleteComment(writing(world.edda), c.id)
  expect(await texts()).toEqual([])
  await restoreComment(writing(world.edda), c.id)
  await restoreComment(writing(world.ada), a.id)
  expect(await texts()).toEqual(['a', null, 'c'])
})

test('a deleted comment can be restored by those who may delete it, and by nobody else touched', async () => {
  const { id } = await say(world.ada, 'a')
  await expect(restoreComment(writing(world.ada), id)).rejects.toEqual(refused('conflict', /not deleted/))
  await deleteComment(writing(world.ada), id)
  await expect(deleteComment(writing(world.ada), id)).rejects.toEqual(refused('not-found'))
  await expect(edit(world.ada, id, 1, 'x')).rejects.toEqual(refused('not-found'))
  await expect(revisions(world.ada, id)).rejects.toEqual(refused('not-found'))
  await expect(restoreComment(writing(world.ben), id)).rejects.toEqual(refused('not-found'))
  expect(await restoreComment(writing(world.ada), id)).toMatchObject({ deleted: false })
})

test('a thread is resolved with a reason, once, and reopened', async () => {
  const resolved = await resolveThread(writing(world.ben), threadId, 'The annex settles it')
  expect(resolved).toMatchObject({
    status: 'resolved',
    reason: 'The annex settles it',
    resolvedBy: { name: 'Ben' },
    version: 1,
  })
  expect(JSON.stringify(ThreadState.parse(resolved))).toBe(JSON.stringify(resolved))
  await expect(resolveThread(writing(world.ada), threadId, 'Mine')).rejects.toMatchObject({
    message: expect.stringMatching(/^Ben has resolved/) as string,
    details: { theirs: resolved, yours: { reason: 'Mine' } },
  })
  await say(world.ada, 'Not quite')
  expect(await getThread(world.vera, threadId)).toEqual({ ...resolved, comments: 1 })
  expect(await reopenThread(writing(world.ada), threadId)).toEqual({
    ...{
      status: 'open',
      reason: '',
      resolvedBy: null,
      resolvedAt: null,
      assignee: null,
      dueOn: '',
      version: 2,
      comments: 1,
    },
  })
  await expect(reopenThread(writing(world.ada), threadId)).rejects.toEqual(refused('conflict', /open already/))
})

test('of ten who resolve at once one does, and the others are told who', async () => {
  const all = Array.from({ length: 10 }, () => resolveThread(writing(world.ben), threadId, ''))
  const outcomes = await Promise.allSettled(all)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('with its annotation, a thread and its comments are gone', async () => {
  const { id } = await say(world.ada, 'a')
  await deleteAnnotation(writing(world.ada), threadId)
  await expect(getThread(world.ada, threadId)).rejects.toEqual(refused('not-found', /thread/))
  await expect(read(world.ada)).rejects.toEqual(refused('not-found'))
  await expect(say(world.ada, 'b')).rejects.toEqual(refused('not-found'))
  await expect(edit(world.ada, id, 1, 'x')).rejects.toEqual(refused('not-found'))
})

test('every change to a thread moves the activity of its annotation', async () => {
  const activeAt = async () => (await getAnnotation(world.ada, threadId)).activeAt
  const { id } = await say(world.ada, 'a')
  const changes = [
    () => edit(world.ada, id, 1, 'b'),
    () => deleteComment(writing(world.ada), id),
    () => restoreComment(writing(world.ada), id),
    () => resolveThread(writing(world.ada), threadId, ''),
    () => reopenThread(writing(world.ada), threadId),
  ]
  for (const change of changes) {
    const before = await activeAt()
    await new Promise((done) => setTimeout(done, 2))
    await change()
    expect(await activeAt() > before).toBe(true) // prettier-ignore
  }
})

test('what was edited away in private stays its author’s own', async () => {
  const draft = draftOn(world, 'tonnes', { visibility: 'private', note: noteOf('first thoughts') })
  await createAnnotation(writing(world.ada), world.documentId, draft)
  const id = draft.note?.id ?? ''
  await edit(world.ada, id, 1, 'second thoughts')
  await expect(revisions(world.olga, id)).rejects.toEqual(refused('not-found'))
  await shareAnnotation(writing(world.ada), draft.id)
  expect(await revisions(world.olga, id)).toEqual([])
  expect((await getAnnotation(world.olga, draft.id)).note).toMatchObject({ editedAt: null })
  expect((await getAnnotation(world.ada, draft.id)).note).toMatchObject({ editedAt: expect.any(String) as string })
  await edit(world.ada, id, 2, 'for all')
  expect(await revisions(world.olga, id)).toEqual(['second thoughts'])
  expect(await revisions(world.ada, id)).toEqual(['second thoughts', 'first thoughts'])
})

test('a reply that meets the sharing of its annotation is told to those who can see it by then', async () => {
  const draft = draftOn(world, 'tonnes', { visibility: 'private' })
  await createAnnotation(writing(world.ada), world.documentId, draft)
  // The sharing has the row while the reply comes, finds the annotation private, and waits.
  const { reply } = await db.$transaction(async (tx) => {
    await tx.annotation.update({ where: { id: draft.id }, data: { visibility: 'team' } })
    const reply = say(world.ada, 'Meanwhile', null, draft.id)
    await expect.poll(waiting).toBe(1)
    return { reply }
  })
  const event = await db.event.findFirst({ where: { subject: (await reply).id } })
  expect(event?.streamId).toBe(world.documentId)
})

// What is copied to the annotation says the same as the thread itself, whatever happened.
test('the copied state of a thread is its state', async () => {
  const deed = fc.record({ what: fc.constantFrom('say', 'delete', 'restore', 'resolve', 'reopen'), which: fc.nat(5) })
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 12 }), async (deeds) => {
      const { id } = await createAnnotation(writing(world.ada), world.documentId, draftOn(world, 'deal'))
      const said: string[] = []
      for (const { what, which } of deeds) {
        const comment = said[which] ?? v7()
        const attempt = {
          say: () => say(world.ada, 'x', said[which] ?? null, id).then((made) => said.push(made.id)),
          delete: () => deleteComment(writing(world.ada), comment),
          restore: () => restoreComment(writing(world.ada), comment),
          resolve: () => resolveThread(writing(world.ada), id, ''),
          reopen: () => reopenThread(writing(world.ada), id),
        }[what]
        await attempt?.().catch((error: { name: string }) => expect(error.name).toBe('Refusal'))
      }
      const annotation = await db.annotation.findUniqueOrThrow({ where: { id } })
      const thread = await db.thread.findUnique({ where: { id } })
      expect(annotation.comments).toBe(await db.comment.count({ where: { threadId: id, deletedAt: null } }))
      expect(annotation.resolved).toBe(thread?.status === 'resolved')
    }),
    { numRuns: 15 },
  )
})
