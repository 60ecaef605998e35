import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { Annotation } from '@/domain/annotations/annotation'
import type { Actor } from '@/domain/permissions/policy'
import type { RefusalKind } from '@/domain/refusal'
import { db } from '../db'
import { draftOn, makeDocument, makeProject, makeWorld, noteOf, writing, type World } from '../testing/make-world'
import { createComment } from '../threads/create-comment'
import { deleteComment } from '../threads/delete-comment'
import { createAnnotation } from './create-annotation'
import { deleteAnnotation, restoreAnnotation } from './delete-annotation'
import { getAnnotation } from './get-annotation'
import { shareAnnotation } from './share-annotation'
import { updateAnnotation } from './update-annotation'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const refused = (kind: RefusalKind, message?: RegExp) =>
  expect.objectContaining({
    name: 'Refusal',
    kind,
    ...(message && { message: expect.stringMatching(message) as string }),
  })

const create = (by: Actor, words: string, more = {}) =>
  createAnnotation(writing(by), world.documentId, draftOn(world, words, more))

test('an annotation is answered as it is read again, by its author and by others', async () => {
  const note = noteOf('By whom?')
  const tags = ['e\u0301nergie', 'trade', 'énergie', 'trade']
  const made = await create(world.ada, 'signed a deal', { labelId: world.labelIds[0], tags, note })
  expect(made).toMatchObject({
    exact: 'signed a deal',
    prefix: 'Ministers ',
    tags: ['énergie', 'trade'],
    author: { name: 'Ada' },
  })
  expect(made.thread).toMatchObject({ status: 'open', comments: 1, version: 1 })
  // To the byte, so that a retry, which is answered from what was kept, gets the very same.
  expect(JSON.stringify(Annotation.parse(made))).toBe(JSON.stringify(made))
  expect(await getAnnotation(world.ada, made.id)).toEqual(made)
  expect(await getAnnotation(world.vera, made.id)).toEqual(made)
})

type Wrong = [string, (draft: ReturnType<typeof draftOn>) => object, RefusalKind, RegExp]
test.each<Wrong>([
  ['words that are not there', (it) => ({ exact: it.exact.toUpperCase() }), 'conflict', /not at this place/],
  [
    'an end past the text',
    () => ({ start: world.text.length - 4, end: world.text.length + 9, exact: world.text.slice(-4) }),
    'conflict',
    /not at this place/,
  ],
  [
    'half an emoji',
    () => ({ start: world.text.indexOf('😀') + 1, end: world.text.indexOf('😀') + 2, exact: '\ude00' }),
    'invalid',
    /whole characters/,
  ],
  ['a version that is not there', () => ({ versionId: v7() }), 'not-found', /document/],
  ['a label that is not there', () => ({ labelId: v7() }), 'not-found', /label/],
  ['an empty note', () => ({ note: noteOf(' ') }), 'invalid', /empty/],
  ['a note that is too long', () => ({ note: noteOf('x'.repeat(50_001)) }), 'too-large', /50,000/],
  [
    'a note with a script for a link',
    () => ({
      note: {
        id: v7(),
        json: {
          type: 'doc',
          content: [
            {
              type: 'paragraph',
              content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }],
            },
          ],
        },
      },
    }),
    'invalid',
    /http/,
  ],
])('%s are refused', async (_, wrong, kind, message) => {
  const draft = draftOn(world, 'rare earths')
  const before = await counts()
  await expect(createAnnotation(writing(world.ada), world.documentId, { ...draft, ...wrong(draft) })).rejects.toEqual(refused(kind, message)) // prettier-ignore
  expect(await counts()).toEqual(before)
})

test('labels of another project, retired labels and versions of another document are refused', async () => {
  const other = await makeProject(world.workspaceId, world.olga)
  const document = await makeDocument(other.projectId, world.workspaceId, world.olga)
  await expect(create(world.ada, 'deal', { labelId: other.labelIds[0] })).rejects.toEqual(refused('not-found', /label/))
  await expect(create(world.ada, 'deal', { versionId: document.versionId })).rejects.toEqual(refused('not-found'))
  const retired = other.labelIds[1]
  await db.label.update({ where: { id: retired }, data: { retiredAt: new Date() } })
  const draft = draftOn(document, 'deal', { labelId: retired })
  await expect(createAnnotation(writing(world.ada), document.documentId, draft)).rejects.toEqual(refused('conflict', /no longer offered/)) // prettier-ignore
})

test('who may not annotate is told so, or finds no document', async () => {
  await expect(create(world.vera, 'deal')).rejects.toEqual(refused('forbidden'))
  await expect(create(world.otto, 'deal')).rejects.toEqual(refused('not-found'))
})

test('in the trash, a document and its annotations are there for editors only', async () => {
  const trashed = await makeDocument(world.projectId, world.workspaceId, world.olga)
  const made = await createAnnotation(writing(world.ada), trashed.documentId, draftOn(trashed, 'deal'))
  await db.document.update({ where: { id: trashed.documentId }, data: { trashedAt: new Date() } })
  await expect(createAnnotation(writing(world.ada), trashed.documentId, draftOn(trashed, 'deal'))).rejects.toEqual(refused('not-found', /document/)) // prettier-ignore
  await expect(getAnnotation(world.ada, made.id)).rejects.toEqual(refused('not-found'))
  expect((await getAnnotation(world.edda, made.id)).id).toBe(made.id)
})

test('a change of label and tags; a stale one gets both', async () => {
  const made = await create(world.ada, 'tonnes')
  const change = { version: 1, labelId: world.labelIds[1], tags: ['volume'] }
  await expect(updateAnnotation(writing(world.olga), made.id, change)).rejects.toEqual(refused('forbidden'))
  const changed = await updateAnnotation(writing(world.ada), made.id, change)
  expect(changed).toMatchObject({ version: 2, labelId: world.labelIds[1], tags: ['volume'] })
  await expect(updateAnnotation(writing(world.ada), made.id, { ...change, tags: [] })).rejects.toMatchObject({
    kind: 'conflict',
    details: { theirs: changed, yours: { labelId: world.labelIds[1], tags: [] } },
  })
})

test('two changes at once: one is made, the other told', async () => {
  const made = await create(world.ada, 'tonnes')
  const change = (tag: string) =>
    updateAnnotation(writing(world.ada), made.id, { version: 1, labelId: null, tags: [tag] })
  const outcomes = await Promise.allSettled([change('one'), change('two')])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a private annotation is there for its author only, until it is shared', async () => {
  const note = noteOf('Not sure yet')
  const made = await create(world.ada, 'annex', { visibility: 'private', note })
  for (const other of [world.olga, world.edda, world.ben, world.vera]) {
    await expect(getAnnotation(other, made.id)).rejects.toEqual(refused('not-found'))
    await expect(shareAnnotation(writing(other), made.id)).rejects.toEqual(refused('not-found'))
    await expect(deleteAnnotation(writing(other), made.id)).rejects.toEqual(refused('not-found'))
  }
  expect((await shareAnnotation(writing(world.ada), made.id)).visibility).toBe('team')
  expect((await getAnnotation(world.vera, made.id)).note?.json).toEqual(note.json)
  await expect(shareAnnotation(writing(world.ada), made.id)).rejects.toEqual(refused('conflict', /already/))
})

test('a private change is told to nobody but its author, and the workspace audit does not list it', async () => {
  const made = await create(world.ben, 'annex', { visibility: 'private' })
  const [event] = await db.event.findMany({ where: { subject: made.id } })
  expect(event?.streamId).toBe(world.ben.id)
  expect(await db.auditEntry.findMany({ where: { subject: made.id } })).toMatchObject([{ workspaceId: null }])
  await shareAnnotation(writing(world.ben), made.id)
  const shared = await db.event.findMany({ where: { subject: made.id, streamId: world.documentId } })
  expect(shared.map(({ kind }) => kind)).toEqual(['annotation.shared'])
})

test('what nobody answered is deleted, and comes back for those who may delete', async () => {
  const made = await create(world.ada, 'Critics', { note: noteOf('Who?') })
  await expect(deleteAnnotation(writing(world.ben), made.id)).rejects.toEqual(refused('forbidden'))
  await deleteAnnotation(writing(world.ada), made.id)
  for (const anyone of [world.ada, world.olga]) {
    await expect(getAnnotation(anyone, made.id)).rejects.toEqual(refused('not-found'))
  }
  await expect(restoreAnnotation(writing(world.ben), made.id)).rejects.toEqual(refused('not-found'))
  expect(await restoreAnnotation(writing(world.edda), made.id)).toMatchObject({ id: made.id, withdrawn: false })
  await expect(restoreAnnotation(writing(world.ada), made.id)).rejects.toEqual(refused('conflict'))
})

test('what others answered is withdrawn, and deleted once their answers are gone', async () => {
  const made = await create(world.ada, 'Critics')
  const reply = await createComment(writing(world.ben), made.id, { ...noteOf('See the annex'), parentId: null })
  await deleteAnnotation(writing(world.ada), made.id)
  expect(await getAnnotation(world.vera, made.id)).toMatchObject({ withdrawn: true, thread: { comments: 1 } })
  await expect(deleteAnnotation(writing(world.ada), made.id)).rejects.toEqual(refused('conflict', /withdrawn already/))
  expect(await restoreAnnotation(writing(world.ada), made.id)).toMatchObject({ withdrawn: false })
  await deleteComment(writing(world.ben), reply.id)
  await deleteAnnotation(writing(world.ada), made.id)
  await expect(getAnnotation(world.ada, made.id)).rejects.toEqual(refused('not-found'))
})

// What a retry gets.

test('the same write twice at once has one effect and one answer', async () => {
  const draft = draftOn(world, 'promise', { note: noteOf('Once') })
  const key = v7()
  const once = () => createAnnotation(writing(world.ada, key, draft), world.documentId, draft)
  const before = await counts()
  const answers = await Promise.all([once(), once(), once()])
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(await counts()).toEqual(before.map((count) => count + 1))
})

test('the same deletion twice at once has one effect, and both are told that it is done', async () => {
  const made = await create(world.ada, 'promise')
  const key = v7()
  const once = () => deleteAnnotation(writing(world.ada, key, made.id), made.id)
  expect(await Promise.all([once(), once(), once()])).toEqual(Array(3).fill({ done: true }))
  expect(await db.event.count({ where: { subject: made.id, kind: 'annotation.deleted' } })).toBe(1)
})

test('the same key for another request, and the same id with another key, are conflicts', async () => {
  const draft = draftOn(world, 'promise')
  const key = v7()
  await createAnnotation(writing(world.ada, key, draft), world.documentId, draft)
  const other = { ...draft, id: v7() }
  await expect(createAnnotation(writing(world.ada, key, other), world.documentId, other)).rejects.toEqual(refused('conflict', /Idempotency-Key/)) // prettier-ignore
  await expect(createAnnotation(writing(world.ada), world.documentId, draft)).rejects.toEqual(refused('conflict', /id exists/)) // prettier-ignore
})

/** How much there is of all that making an annotation with a note writes. */
function counts(): Promise<number[]> {
  return Promise.all([
    db.annotation.count(),
    db.thread.count(),
    db.comment.count(),
    db.event.count(),
    db.auditEntry.count(),
    db.idempotentAnswer.count(),
  ])
}
