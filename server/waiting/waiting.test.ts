import { v7 } from 'uuid'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { ThreadState } from '@/domain/threads/thread'
import { Waiting } from '@/domain/waiting/waiting'
import type { Actor } from '@/domain/permissions/policy'
import { createAnnotation } from '../annotations/create-annotation'
import { db } from '../db'
import { answerOverruling } from '../findings/overrule'
import { listNotifications } from '../notifications/list-notifications'
import { openPhase } from '../seals/open-phase'
import { revealPhase } from '../seals/reveal-phase'
import { makeClaim } from '../testing/make-claims'
import { makeRevealed, makeWritten, publish, sign } from '../testing/make-findings'
import { judge, makeReview } from '../testing/make-reviews'
import { draftOn, makeActor, makeWorld, writing, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { assignThread } from '../threads/assign-thread'
import { getThread } from '../threads/get-thread'
import { reopenThread, resolveThread } from '../threads/resolve-thread'
import { listWaiting } from './list-waiting'

let world: World
let threadId: string
beforeAll(async () => {
  world = await makeWorld()
})
beforeEach(async () => {
  threadId = (await createAnnotation(writing(world.ada), world.documentId, draftOn(world, 'tonnes'))).id
})

const give = (by: Actor, to: Actor | null, version = 0, dueOn = '', thread = threadId) =>
  assignThread(writing(by), thread, { version, assigneeId: to?.id ?? null, dueOn })
const waiting = async (by: Actor) => {
  const all = await listWaiting(by)
  expect(JSON.stringify(Waiting.parse(all))).toBe(JSON.stringify(all))
  return all
}
const threads = async (by: Actor) => (await waiting(by)).threads.filter(({ topicId }) => topicId === threadId)

test('a thread is given to someone with a day, who is told and has it waiting until it is resolved', async () => {
  const given = await give(world.ada, world.ben, 0, '2031-01-31')
  expect(given).toMatchObject({ assignee: { id: world.ben.id, name: 'Ben' }, dueOn: '2031-01-31', version: 1 })
  expect(JSON.stringify(ThreadState.parse(given))).toBe(JSON.stringify(given))
  expect(await threads(world.ben)).toEqual([{ topic: 'annotation', topicId: threadId, title: 'Briefing', dueOn: '2031-01-31', project: { id: world.projectId, name: 'Rare earths' } }]) // prettier-ignore
  expect((await listNotifications(world.ben, { limit: 1, unread: 'true' })).items).toMatchObject([{ kind: 'assigned', topicId: threadId, by: { name: 'Ada' } }]) // prettier-ignore
  await resolveThread(writing(world.edda), threadId, 'Done')
  expect(await threads(world.ben)).toEqual([])
  expect(await getThread(world.ada, threadId)).toMatchObject({ status: 'resolved', assignee: { name: 'Ben' } })
  await expect(give(world.ada, null, 2)).rejects.toEqual(refused('conflict', /resolved/))
  await reopenThread(writing(world.edda), threadId)
  expect(await threads(world.ben)).toHaveLength(1)
  expect(await give(world.ada, null, 3)).toMatchObject({ assignee: null, dueOn: '' })
  expect(await threads(world.ben)).toEqual([])
})

test('who could not answer in it does not get it, and who comes late is told who has it', async () => {
  for (const nobody of [world.otto, world.vera, { ...world.ada, id: v7() }]) {
    await expect(give(world.ada, nobody)).rejects.toMatchObject({ kind: 'invalid', details: { fields: [{ field: 'assigneeId' }] } }) // prettier-ignore
  }
  await expect(give(world.vera, world.ben)).rejects.toEqual(refused('forbidden'))
  await expect(give(world.otto, world.ben)).rejects.toEqual(refused('not-found'))
  await give(world.ada, world.ben)
  await expect(give(world.edda, world.ada)).rejects.toMatchObject({ kind: 'conflict', details: { theirs: { assignee: { name: 'Ben' } } } }) // prettier-ignore
})

test('of what is private or held nobody else gets anything, and after the reveal they can', async () => {
  const draft = draftOn(world, 'annex', { visibility: 'private' })
  await createAnnotation(writing(world.ada), world.documentId, draft)
  await expect(give(world.ada, world.ben, 0, '', draft.id)).rejects.toEqual(refused('invalid'))
  expect(await give(world.ada, world.ada, 0, '', draft.id)).toMatchObject({ assignee: { name: 'Ada' } })
  const phaseId = v7()
  await openPhase(writing(world.edda), world.projectId, { id: phaseId, name: 'Alone', documentIds: [world.documentId], dueAt: null }) // prettier-ignore
  await expect(give(world.ada, world.ben)).rejects.toEqual(refused('conflict', /until the reveal/))
  await revealPhase(writing(world.edda), phaseId)
  expect(await give(world.ada, world.ben)).toMatchObject({ assignee: { name: 'Ben' } })
  expect((await waiting(world.ben)).threads.map(({ topicId }) => topicId)).toContain(threadId)
})

test('verdicts, claims to look at and answers wait for whom they are asked of', async () => {
  const cleo = await makeActor('Cleo', { [world.workspaceId]: 'analyst' })
  const claim = await makeClaim(world.ada, world, [], { statement: 'It was signed.' })
  expect((await waiting(cleo)).claims).toMatchObject([{ project: { id: world.projectId } }])
  expect((await waiting(world.vera)).claims).toEqual([])
  const round = await makeReview(world.edda, claim, [cleo, world.ben])
  expect((await waiting(cleo)).reviews).toMatchObject([{ claimId: claim.id, title: 'It was signed.', dueOn: '' }])
  await judge(cleo, round)
  expect((await waiting(cleo)).reviews).toEqual([])
  const revealed = await makeRevealed(world.edda, world, [[world.ada, {}], [world.ben, {}], [cleo, { rating: 'false' }]]) // prettier-ignore
  const finding = await makeWritten(world.ada, revealed, {})
  for (const by of [world.ada, world.ben]) await sign(by, finding)
  await publish(world.edda, finding, { overruling: 'The annex says so.' })
  expect((await waiting(cleo)).findings).toMatchObject([{ findingId: finding.id }])
  expect((await waiting(world.ben)).findings).toEqual([])
  await answerOverruling(writing(cleo), finding.id, { answer: 'It does not.' })
  expect((await waiting(cleo)).findings).toEqual([])
  expect(await listWaiting(cleo, v7())).toEqual({ threads: [], reviews: [], findings: [], claims: [] })
})

test('a thread in the trash, or of what is gone, waits for nobody who can’t see it', async () => {
  await give(world.ada, world.ben)
  await db.document.update({ where: { id: world.documentId }, data: { trashedAt: new Date() } })
  expect(await threads(world.ben)).toEqual([])
  await db.document.update({ where: { id: world.documentId }, data: { trashedAt: null } })
  expect(await threads(world.ben)).toHaveLength(1)
})
