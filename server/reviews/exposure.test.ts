import { v7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import type { Annotation } from '@/domain/annotations/annotation'
import type { Claim } from '@/domain/claims/claim'
import type { Actor } from '@/domain/permissions/policy'
import type { Comment } from '@/domain/threads/thread'
import { createAnnotation } from '../annotations/create-annotation'
import { db } from '../db'
import { trashDocument } from '../documents/change-document'
import { openPhase } from '../seals/open-phase'
import { revealPhase } from '../seals/reveal-phase'
import { makeFinding } from '../testing/make-claim'
import { makeClaim, makeRelation } from '../testing/make-claims'
import { judge, makeReview } from '../testing/make-reviews'
import { draftOn, makeDocument, makeWorld, says, writing, type World } from '../testing/make-world'
import { createComment } from '../threads/create-comment'
import { deleteComment } from '../threads/delete-comment'
import { markSeen } from '../threads/mark-seen'
import { changeReviewers } from './change-reviewers'
import { getRound } from './list-rounds'

let world: World
let document: Awaited<ReturnType<typeof makeDocument>>
/** A claim of Ada's that occurs in an annotation of hers, and conflicts with another claim. */
let talk: Annotation
let claim: Claim
let relationId: string
beforeEach(async () => {
  world ??= await makeWorld()
  document = await makeDocument(world.projectId, world.workspaceId, world.olga)
  talk = await createAnnotation(writing(world.ada), document.documentId, draftOn(document, 'deal'))
  claim = await makeClaim(world.ada, world, [talk.id])
  relationId = (await makeRelation(world.ada, claim, await makeClaim(world.ada, world))).id
})

const say = (by: Actor, threadId: string): Promise<Comment> =>
  createComment(writing(by), threadId, { id: v7(), parentId: null, json: says('Hm') })
const see = (by: Actor, threadId: string) => markSeen(writing(by), threadId)

/** What Ada and Ben are shown to have written and seen, "written/seen", once all is revealed. */
async function exposure(between: () => Promise<unknown> = () => Promise.resolve()) {
  const round = await makeReview(world.edda, claim, [world.ada, world.ben])
  await between()
  for (const by of [world.ada, world.ben]) await judge(by, round)
  const { reviewers } = await getRound(world.vera, round.id)
  return reviewers.map((each) => each.exposure && `${each.exposure.written}/${each.exposure.seen}`)
}

test('counts what reviewers wrote, and what they saw of others, in the threads about the claim', async () => {
  const findingId = await makeFinding(world, { claimId: claim.id }, world.ada)
  for (const threadId of [talk.id, claim.id, relationId, findingId]) await say(world.ada, threadId)
  await say(world.ben, talk.id)
  await see(world.ada, talk.id)
  for (const threadId of [talk.id, claim.id, findingId]) await see(world.ben, threadId)
  expect(await exposure()).toEqual(['4/1', '1/3'])
})

test('what was said after they had looked was not seen, nor what nobody looked at', async () => {
  await say(world.ada, talk.id)
  await see(world.ben, talk.id)
  await db.threadSight.updateMany({ where: { threadId: talk.id }, data: { seenAt: new Date(0) } })
  await say(world.ada, relationId)
  expect(await exposure()).toEqual(['2/0', '0/0'])
})

test('what came after they were asked does not count; who is asked later has seen more', async () => {
  await say(world.ada, talk.id)
  await see(world.ben, talk.id)
  const round = await makeReview(world.edda, claim, [world.ada, world.ben])
  for (let i = 0; i < 3; i++) await say(world.edda, talk.id)
  for (const by of [world.ben, world.olga]) await see(by, talk.id)
  const change = { version: 1, add: world.olga.id, drop: null, reason: 'One more.' }
  await changeReviewers(writing(world.edda), round.id, change)
  for (const by of [world.ada, world.ben, world.olga]) {
    expect((await getRound(by, round.id)).reviewers.map((each) => each.exposure)).toEqual([null, null, null])
    await judge(by, round)
  }
  expect((await getRound(world.vera, round.id)).reviewers.map((each) => each.exposure)).toEqual([
    { written: 1, seen: 0 },
    { written: 0, seen: 1 },
    { written: 0, seen: 4 },
  ])
})

test('nothing counts that not all can read: deleted, private, in the trash, or elsewhere', async () => {
  const gone = await say(world.ada, talk.id)
  await deleteComment(writing(world.ada), gone.id)
  const other = await makeDocument(world.projectId, world.workspaceId, world.olga)
  const aside = await createAnnotation(writing(world.ada), other.documentId, draftOn(other, 'deal'))
  const occurs = { workspaceId: world.workspaceId, claimId: claim.id, stance: 'asserts', voice: 'author' } as const
  const occurrence = { id: v7(), ...occurs, annotationId: aside.id, authorId: world.ada.id }
  await db.occurrence.create({ data: occurrence })
  await say(world.ada, aside.id)
  await trashDocument(writing(world.edda), other.documentId)
  const alone = await createAnnotation(writing(world.ada), document.documentId, draftOn(document, 'annex', { visibility: 'private' })) // prettier-ignore
  await say(world.ada, alone.id)
  await db.occurrence.create({ data: { ...occurrence, id: v7(), annotationId: alone.id } })
  const unrelated = await createAnnotation(writing(world.ada), document.documentId, draftOn(document, 'annex'))
  await say(world.ada, unrelated.id)
  await see(world.ben, talk.id)
  expect(await exposure()).toEqual(['0/0', '0/0'])
})

test('what a phase holds is not counted, and was not seen before its reveal', async () => {
  await see(world.ben, (await say(world.edda, talk.id)).threadId)
  const phase = { id: v7(), name: '', documentIds: [document.documentId], dueAt: null }
  await openPhase(writing(world.edda), world.projectId, phase)
  await say(world.ada, talk.id)
  await see(world.ben, talk.id)
  expect(await exposure(() => revealPhase(writing(world.edda), phase.id))).toEqual(['0/0', '0/1'])
  await db.claim.update({ where: { id: claim.id }, data: { state: 'checkable' } })
  expect(await exposure()).toEqual(['1/0', '0/1'])
  await db.claim.update({ where: { id: claim.id }, data: { state: 'checkable' } })
  await see(world.ben, talk.id)
  expect(await exposure()).toEqual(['1/0', '0/2'])
})
