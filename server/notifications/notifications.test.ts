import { v7 } from 'uuid'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Notification } from '@/domain/notifications/notification'
import type { Actor } from '@/domain/permissions/policy'
import type { CommentJson } from '@/domain/threads/thread'
import { createAnnotation } from '../annotations/create-annotation'
import { deleteAnnotation } from '../annotations/delete-annotation'
import { shareAnnotation } from '../annotations/share-annotation'
import { updateClaim } from '../claims/update-claim'
import { db } from '../db'
import { restoreDocument, trashDocument } from '../documents/change-document'
import { acceptInvitation } from '../people/join'
import { createInvitation } from '../people/invitations'
import { removeMember } from '../people/members'
import { renameMe } from '../people/me'
import { changeReviewers } from '../reviews/change-reviewers'
import { openPhase } from '../seals/open-phase'
import { revealPhase } from '../seals/reveal-phase'
import { makeClaim } from '../testing/make-claims'
import { dissent, makeRevealed, makeWritten, publish, sign } from '../testing/make-findings'
import { judge, makeReview } from '../testing/make-reviews'
import { draftOn, makeActor, makeWorld, mentions, noteOf, says, writing, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { secretOf } from '../testing/secret-of'
import { createComment } from '../threads/create-comment'
import { deleteComment, restoreComment } from '../threads/delete-comment'
import { editComment } from '../threads/edit-comment'
import { listComments } from '../threads/list-comments'
import { reopenThread, resolveThread } from '../threads/resolve-thread'
import { countUnread, listNotifications } from './list-notifications'
import { markAllRead, markRead } from './mark-read'

let world: World
let threadId: string
beforeAll(async () => {
  world = await makeWorld()
})
beforeEach(async () => {
  threadId = (await createAnnotation(writing(world.ada), world.documentId, draftOn(world, 'tonnes'))).id
  await db.notification.deleteMany()
})

const say = (by: Actor, json: CommentJson, thread = threadId) =>
  createComment(writing(by), thread, { id: v7(), parentId: null, json })
const list = async (by: Actor, more = {}) =>
  (await listNotifications(by, { limit: 50, unread: 'false', ...more })).items
const told = async (by: Actor) => {
  const items = await list(by)
  expect((await countUnread(by)).count).toBe(items.filter(({ read }) => !read).length)
  return items.map(({ kind, by: { name }, excerpt }) => [kind, name, excerpt].filter(Boolean).join(', '))
}

describe('a comment', () => {
  test('tells those whom it names, and those who take part in its thread, once each', async () => {
    await say(world.ben, says('Which?'))
    expect(await told(world.ada)).toEqual(['replied, Ben, Which?'])
    await say(world.edda, mentions([world.ada, world.vera, world.edda]))
    expect(await told(world.ada)).toEqual(['mentioned, Edda, @Ada @Vera @Edda', 'replied, Ben, Which?'])
    expect(await told(world.ben)).toEqual(['replied, Edda, @Ada @Vera @Edda'])
    expect(await told(world.vera)).toEqual(['mentioned, Edda, @Ada @Vera @Edda'])
    expect(await told(world.edda)).toEqual([])
    const [first] = await list(world.vera)
    expect(JSON.stringify(Notification.parse(first))).toBe(JSON.stringify(first))
    expect(first).toMatchObject({ topic: 'annotation', topicId: threadId, title: 'Briefing', project: { name: 'Rare earths' } }) // prettier-ignore
  })

  test('names whom the server knows: whoever can’t see it is plain text, and a label of the client’s is nothing', async () => {
    const json = mentions([world.ada, world.otto, { id: v7(), name: 'Nobody' }], 'The Director')
    const comment = await say(world.ben, json)
    const expected = { type: 'mention', attrs: { id: world.ada.id, label: 'Ada' } }
    const words = (content: unknown) => JSON.stringify(content)
    expect(words(comment.json)).toContain(words(expected))
    expect(words(comment.json).match(/"mention"/g)).toHaveLength(1)
    expect((await listComments(world.vera, threadId, { limit: 9 })).items).toEqual([comment])
    expect(await told(world.otto)).toEqual([])
    await renameMe(writing(world.ada), 'Ada Byron')
    expect(words((await listComments(world.vera, threadId, { limit: 9 })).items)).toContain('"label":"Ada Byron"')
    await renameMe(writing(world.ada), 'Ada')
  })

  test('tells of names that an edit adds, and of none twice', async () => {
    const { id } = await say(world.ben, mentions([world.vera]))
    await editComment(writing(world.ben), id, { version: 1, json: mentions([world.vera, world.olga]) })
    expect(await told(world.olga)).toEqual(['mentioned, Ben, @Vera @Olga'])
    expect(await told(world.vera)).toEqual(['mentioned, Ben, @Vera @Olga'])
    await editComment(writing(world.ben), id, { version: 2, json: says('Nobody') })
    expect(await db.mention.count({ where: { commentId: id } })).toBe(0)
  })

  test('that is deleted, in the trash, or of what is gone is in no list and no count', async () => {
    const { id } = await say(world.ben, mentions([world.vera]))
    await deleteComment(writing(world.ben), id)
    expect(await told(world.vera)).toEqual([])
    await restoreComment(writing(world.ben), id)
    expect(await told(world.vera)).toHaveLength(1)
    await trashDocument(writing(world.edda), world.documentId)
    expect(await told(world.vera)).toEqual([])
    await restoreDocument(writing(world.edda), world.documentId)
    await deleteAnnotation(writing(world.ada), threadId)
    expect(await told(world.vera)).toHaveLength(1)
    await db.annotation.update({ where: { id: threadId }, data: { deletedAt: new Date() } })
    expect(await told(world.vera)).toEqual([])
  })
})

describe('what is private', () => {
  test('tells nobody until it is shared', async () => {
    const draft = draftOn(world, 'annex', { visibility: 'private', note: { id: v7(), json: mentions([world.ben]) } })
    await createAnnotation(writing(world.ada), world.documentId, draft)
    await say(world.ada, mentions([world.vera]), draft.id)
    await resolveThread(writing(world.ada), draft.id, '')
    expect(await db.notification.count()).toBe(0)
    await shareAnnotation(writing(world.ada), draft.id)
    expect(await told(world.ben)).toEqual(['mentioned, Ada, @Ben'])
    expect(await told(world.vera)).toEqual(['mentioned, Ada, @Vera'])
  })
})

describe('what a seal holds', () => {
  test('tells nobody until the reveal, and then those who can see it', async () => {
    const phaseId = v7()
    const phase = { id: phaseId, name: 'First reading', documentIds: [world.documentId], dueAt: null }
    await openPhase(writing(world.edda), world.projectId, phase)
    const note = { id: v7(), json: mentions([world.vera]) }
    await createAnnotation(writing(world.ben), world.documentId, draftOn(world, 'deal', { note }))
    await say(world.ben, mentions([world.ada]))
    await say(world.ben, says('And another thing'))
    expect(await db.notification.count()).toBe(0)
    await revealPhase(writing(world.edda), phaseId)
    expect(await told(world.vera)).toEqual(['mentioned, Ben, @Vera'])
    expect((await told(world.ada)).toSorted()).toEqual(['mentioned, Ben, @Ada', 'replied, Ben, And another thing'])
    expect(await told(world.ben)).toEqual([])
  })

  test('of a round: those who are asked are told, of what they say nobody, and at the reveal they are', async () => {
    const claim = await makeClaim(world.ada, world)
    const round = await makeReview(world.edda, claim, [world.ben, world.olga])
    expect(await told(world.ben)).toEqual(['review-asked, Edda'])
    expect(await told(world.ada)).toEqual(['claim-reviewed, Edda'])
    const { version } = await changeReviewers(writing(world.edda), round.id, { version: round.version, add: world.ada.id, drop: null, reason: '' }) // prettier-ignore
    expect(version).toBe(2)
    expect(await told(world.ada)).toEqual(['review-asked, Edda', 'claim-reviewed, Edda'])
    expect(await told(world.ben)).toEqual(['review-asked, Edda'])
    const before = await db.notification.count()
    await judge(world.ada, round)
    await judge(world.ben, round)
    expect(await db.notification.count()).toBe(before)
    await judge(world.olga, round)
    expect((await told(world.ben))[0]).toBe('review-revealed, Olga')
    expect((await told(world.olga))[0]).toBe('review-asked, Edda')
  })
})

test('of what is one’s own one is told when others change it', async () => {
  await resolveThread(writing(world.ben), threadId, 'The annex settles it')
  await reopenThread(writing(world.ada), threadId)
  await resolveThread(writing(world.ben), threadId, '')
  await reopenThread(writing(world.edda), threadId)
  expect(await told(world.ada)).toEqual(['reopened, Edda, tonnes', 'resolved, Ben, tonnes', 'resolved, Ben, tonnes'])
  const { version, type, statement, terms, asOf, claimant, claimedOn } = await makeClaim(world.ben, world)
  const [claim] = await db.claim.findMany({ orderBy: { createdAt: 'desc' }, take: 1 })
  const change = { version, type, statement: `${statement} Twice.`, terms, asOf, claimant, claimedOn, priority: 'high' } as const // prettier-ignore
  await updateClaim(writing(world.edda), claim?.id ?? '', change)
  expect(await told(world.ben)).toEqual(['claim-changed, Edda'])
})

test('a finding tells who stands by it, and whom it overrules', async () => {
  const cleo = await makeActor('Cleo', { [world.workspaceId]: 'analyst' })
  const claim = await makeRevealed(world.edda, world, [[world.ada, {}], [world.ben, {}], [cleo, { rating: 'false' }]]) // prettier-ignore
  await db.notification.deleteMany()
  const finding = await makeWritten(world.ada, claim, {})
  for (const by of [world.ada, world.ben]) await sign(by, finding)
  await dissent(cleo, finding)
  await publish(world.edda, finding, { overruling: 'The annex says so.' })
  expect(await told(world.ada)).toEqual(['finding-published, Edda'])
  expect(await told(world.ben)).toEqual(['finding-published, Edda'])
  expect(await told(cleo)).toEqual(['overruled, Edda'])
})

test('who invited someone hears when they come', async () => {
  const { link } = await createInvitation(writing(world.olga), world.workspaceId, { id: v7(), role: 'viewer', note: '' }) // prettier-ignore
  const newcomer = await makeActor('Nora', {})
  await acceptInvitation(writing(newcomer), secretOf(link))
  expect(await list(world.olga)).toMatchObject([{ kind: 'joined', by: { name: 'Nora' }, title: 'Analysts', project: null }]) // prettier-ignore
})

test('who is no member any longer has no notification of the workspace', async () => {
  const cleo = await makeActor('Cleo', { [world.workspaceId]: 'analyst' })
  await say(world.ben, mentions([cleo]))
  expect(await told(cleo)).toHaveLength(1)
  await removeMember(writing(world.olga), world.workspaceId, cleo.id)
  expect(await told({ ...cleo, roles: new Map() })).toEqual([])
})

test('pages hold each of them once, newest first; reading marks one, or all up to a moment', async () => {
  for (let i = 0; i < 5; i++) await say(world.ben, says(`${i}`))
  const paged: string[] = []
  for (let cursor: string | null | undefined = undefined; cursor !== null;) {
    const page: Awaited<ReturnType<typeof listNotifications>> = await listNotifications(world.ada, { limit: 2, unread: 'false', cursor }) // prettier-ignore
    paged.push(...page.items.map(({ excerpt }) => excerpt))
    cursor = page.next
  }
  expect(paged).toEqual(['4', '3', '2', '1', '0'])
  const [newest, , third] = await list(world.ada)
  await markRead(world.ada, newest?.id ?? '')
  expect((await list(world.ada, { unread: 'true' })).map(({ excerpt }) => excerpt)).toEqual(['3', '2', '1', '0'])
  await expect(markRead(world.ben, newest?.id ?? '')).rejects.toEqual(refused('not-found', /notification/))
  await markAllRead(world.ada, { until: third?.at ?? '' })
  expect((await list(world.ada, { unread: 'true' })).map(({ excerpt }) => excerpt)).toEqual(['3'])
  expect(await countUnread(world.ada)).toEqual({ count: 1 })
})

test('a reply that is sent twice tells once', async () => {
  const key = v7()
  const draft = { id: v7(), parentId: null, json: says('Once') }
  await createComment(writing(world.ben, key, draft), threadId, draft)
  await createComment(writing(world.ben, key, draft), threadId, draft)
  expect(await told(world.ada)).toEqual(['replied, Ben, Once'])
})

test('an annotation tells those whom its note names', async () => {
  const note = { ...noteOf(''), json: mentions([world.ben]) }
  await createAnnotation(writing(world.ada), world.documentId, draftOn(world, 'Critics', { note }))
  expect(await told(world.ben)).toEqual(['mentioned, Ada, @Ben'])
})
