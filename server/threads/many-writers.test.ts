import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import type { Actor } from '@/domain/permissions/policy'
import { createAnnotation } from '../annotations/create-annotation'
import { getAnnotation } from '../annotations/get-annotation'
import { db } from '../db'
import { draftOn, makeActor, makeWorld, says, writing } from '../testing/make-world'
import { createComment } from './create-comment'
import { listComments } from './list-comments'

const WRITERS = 64
const REPLIES = 100

test(`${WRITERS} writers add ${REPLIES} replies each to one thread: all there, none twice, no gap in the stream`, async () => {
  const world = await makeWorld()
  const { id: threadId } = await createAnnotation(writing(world.ada), world.documentId, draftOn(world, 'deal'))
  const names = Array.from({ length: WRITERS }, (_, i) => `Writer ${i}`)
  const writers = await Promise.all(names.map((name) => makeActor(name, { [world.workspaceId]: 'analyst' })))
  const made = (await Promise.all(writers.map((writer) => write(writer, threadId)))).flat()

  const read: string[] = []
  for (let cursor: string | null | undefined = undefined; cursor !== null;) {
    const page: Awaited<ReturnType<typeof listComments>> = await listComments(world.vera, threadId, {
      cursor,
      limit: 200,
    })
    read.push(...page.items.map(({ id }) => id))
    cursor = page.next
  }
  expect(read).toHaveLength(WRITERS * REPLIES)
  expect(read.sort()).toEqual(made.sort())
  expect((await getAnnotation(world.vera, threadId)).thread.comments).toBe(WRITERS * REPLIES)

  const events = await db.event.findMany({ where: { streamId: world.documentId }, orderBy: { seq: 'asc' } })
  expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: WRITERS * REPLIES + 1 }, (_, i) => i + 1))
  expect(new Set(events.map(({ subject }) => subject)).size).toBe(events.length)
}, 180_000)

/** One reply after the other, now and then to one's own last one; each tenth is sent twice, as after a lost answer. */
async function write(writer: Actor, threadId: string): Promise<string[]> {
  const made: string[] = []
  for (let i = 0; i < REPLIES; i++) {
    const draft = { id: v7(), parentId: i % 3 === 2 ? (made.at(-1) ?? null) : null, json: says(`${writer.name}: ${i}`) }
    const once = writing(writer, v7(), draft)
    const attempts = Array.from({ length: i % 10 === 0 ? 2 : 1 }, () => createComment(once, threadId, draft))
    const [first, second = first] = await Promise.all(attempts)
    expect(second).toEqual(first)
    made.push(draft.id)
  }
  return made
}
