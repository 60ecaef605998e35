import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/domain/permissions/policy'
import { renameMe } from '../people/me'
import { updateLabel } from '../projects/labels'
import { draftOn, makeWorld, noteOf, writing, type World } from '../testing/make-world'
import { createComment } from '../threads/create-comment'
import { deleteComment, restoreComment } from '../threads/delete-comment'
import { reopenThread, resolveThread } from '../threads/resolve-thread'
import { createAnnotation } from './create-annotation'
import { deleteAnnotation, restoreAnnotation } from './delete-annotation'
import { listSpans } from './list-spans'
import { shareAnnotation } from './share-annotation'
import { updateAnnotation } from './update-annotation'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

/** Blank words to look for are a filter that admits everything, and what is filtered is read each time. */
const fresh = (actor: Actor) => listSpans(actor, world.documentId, { text: ' ' })
const spans = (actor: Actor) => listSpans(actor, world.documentId, {})
const readers = () => [world.ada, world.ben, world.olga, world.vera]
const team = v7()
const hidden = v7()
const reply = v7()

const make = (by: Actor, words: string, more = {}) =>
  createAnnotation(writing(by), world.documentId, draftOn(world, words, more))

/** Each with whom it shows to: what one person keeps alone changes nothing for the others. */
const CHANGES: [string, (world: World) => Promise<unknown>, ('ada' | 'ben' | 'olga' | 'vera')[]][] = [
  ['an annotation', ({ ben }) => make(ben, 'Critics', { id: team }), ['ada', 'ben', 'olga', 'vera']],
  ['a private one', ({ ada }) => make(ada, 'deal', { id: hidden, visibility: 'private' }), ['ada']],
  ['a note on it', ({ ada }) => comment(ada, hidden, v7()), ['ada']],
  ['a label', ({ ada, labelIds }) => relabel(ada, hidden, labelIds[0]), ['ada']],
  ['sharing it', ({ ada }) => shareAnnotation(writing(ada), hidden), ['ada', 'ben', 'olga', 'vera']],
  ['a reply', ({ ada }) => comment(ada, team, reply), ['ada', 'ben', 'olga', 'vera']],
  ['taking the reply back', ({ ada }) => deleteComment(writing(ada), reply), ['ada', 'ben', 'olga', 'vera']],
  ['the reply again', ({ ada }) => restoreComment(writing(ada), reply), ['ada', 'ben', 'olga', 'vera']],
  ['a reason to close', ({ ben }) => resolveThread(writing(ben), team, 'Done'), ['ada', 'ben', 'olga', 'vera']],
  ['a second thought', ({ ben }) => reopenThread(writing(ben), team), ['ada', 'ben', 'olga', 'vera']],
  ['taking one back', ({ ben }) => deleteAnnotation(writing(ben), team), ['ada', 'ben', 'olga', 'vera']],
  ['bringing it back', ({ ben }) => restoreAnnotation(writing(ben), team), ['ada', 'ben', 'olga', 'vera']],
  ['another name', ({ ben }) => renameMe(writing(ben), 'Benjamin'), ['ada', 'ben', 'olga', 'vera']],
]

const comment = (by: Actor, threadId: string, id: string) =>
  createComment(writing(by), threadId, { ...noteOf('Which?'), id, parentId: null })
const relabel = (by: Actor, id: string, labelId: string) =>
  updateAnnotation(writing(by), id, { version: 1, labelId, tags: [] })

// They stand on one another, so they run in this order.
test.each(CHANGES)(
  '%s is seen at once by those whom it concerns, and asks nothing of the others',
  async (...change) => {
    const [, happen, concerned] = change
    const before = await Promise.all(readers().map(spans))
    expect(await Promise.all(readers().map(spans))).toSatisfy((again: unknown[]) =>
      again.every((it, i) => it === before[i]),
    )
    await happen(world)
    const after = await Promise.all(readers().map(spans))
    expect(after).toEqual(await Promise.all(readers().map(fresh)))
    const changed = readers().filter((_, at) => after[at] !== before[at])
    expect(changed.map(({ name }) => name.toLowerCase())).toEqual(concerned)
    for (const [at, one] of after.entries()) if (one !== before[at]) expect(one).not.toEqual(before[at])
  },
)

test('a label that is retired or changed leaves them true', async () => {
  const labelId = world.labelIds[0]
  const body = { version: 1, name: 'Query', description: '', color: 'teal', shortcut: null, retired: true } as const
  await spans(world.ada)
  await updateLabel(writing(world.edda), labelId, body)
  expect(await spans(world.ada)).toEqual(await fresh(world.ada))
})

test('another’s spans are never among what was kept for one', async () => {
  const mine = await make(world.ada, 'annex', { visibility: 'private' })
  expect((await spans(world.ada)).ids).toContain(mine.id)
  expect((await spans(world.olga)).ids).not.toContain(mine.id)
  await expect(spans(world.otto)).rejects.toThrow(/does not exist/)
})
