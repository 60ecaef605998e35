import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/domain/permissions/policy'
import { createAnnotation } from '../annotations/create-annotation'
import { db } from '../db'
import { chooseEverywhere, chooseHere, listChoices } from '../notifications/choices'
import { countUnread, listNotifications } from '../notifications/list-notifications'
import { markRead } from '../notifications/mark-read'
import { createInvitation } from '../people/invitations'
import { acceptInvitation } from '../people/join'
import { openPhase } from '../seals/open-phase'
import { revealPhase } from '../seals/reveal-phase'
import { decode, makeMailServer, wordsOf, type Received } from '../testing/mail-server'
import { draftOn, makeActor, makeWorld, mentions, says, writing, type World } from '../testing/make-world'
import { secretOf } from '../testing/secret-of'
import { createComment } from '../threads/create-comment'
import { deleteComment } from '../threads/delete-comment'
import { enqueueDigests, sendDue } from './outbox'
import { subscriberOf, unsubscribe, unsubscribeToken } from './unsubscribe'

let world: World
let threadId: string
let server: Awaited<ReturnType<typeof makeMailServer>>
let turnedAway: number | null = null

beforeAll(async () => {
  server = await makeMailServer({ refuse: () => turnedAway })
  // The configuration is read with the first write, which comes after this.
  Object.assign(process.env, { SMTP_URL: server.url, MAIL_FROM: 'Assay <assay@example.org>', NEXTAUTH_SECRET: 'a secret of this test' }) // prettier-ignore
  world = await makeWorld()
})
afterAll(() => server.close())
beforeEach(async () => {
  threadId = (await createAnnotation(writing(world.ada), world.documentId, draftOn(world, 'tonnes'))).id
  await db.mail.deleteMany()
  await db.notification.deleteMany()
  await db.notificationChoice.deleteMany()
  server.received.length = 0
  turnedAway = null
})

const say = (by: Actor, json = says('Which?')) =>
  createComment(writing(by), threadId, { id: v7(), parentId: null, json })
const wish = (by: Actor, mail: 'atOnce' | 'daily' | 'never', level: 'all' | 'calls' | 'none' = 'all') =>
  chooseEverywhere(writing(by), { level, mail })
const later = (seconds: number) => new Date(Date.now() + seconds * 1000)
const addressOf = async ({ id }: Actor) => (await db.user.findUniqueOrThrow({ where: { id } })).email
const only = (): Received => {
  expect(server.received).toHaveLength(1)
  return server.received[0] as Received
}

describe('at once', () => {
  test('a mail says what was said, where, and how to get no more', async () => {
    await wish(world.ada, 'atOnce')
    await say(world.ben, says('Which <b>tonnes</b> & why?'))
    expect(await sendDue()).toBe(1)
    const mail = only()
    expect(mail.to).toEqual([await addressOf(world.ada)])
    expect(mail.headers).toMatchObject({
      from: 'Assay <assay@example.org>',
      subject: 'Ben replied in a thread of yours',
      'list-unsubscribe': `<http://localhost:3000/api/unsubscribe/${unsubscribeToken(world.ada.id)}>`,
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
      'auto-submitted': 'auto-generated',
    })
    expect(wordsOf(mail)).toContain('Ben replied in a thread of yours\n')
    expect(wordsOf(mail)).toContain(`> Which <b>tonnes</b> & why?\nhttp://localhost:3000/a/${threadId}`)
    expect(decode(mail.raw)).toContain('Which &lt;b&gt;tonnes&lt;/b&gt; &amp; why?')
    expect(mail.raw).not.toMatch(/Content-Type: text\/html[^]*<b>tonnes/)
    expect(await sendDue(later(600))).toBe(0)
  })

  test('what was read, deleted, or can be read no longer is not mailed', async () => {
    await wish(world.ada, 'atOnce')
    const gone = await say(world.ben)
    await say(world.ben)
    await deleteComment(writing(world.ben), gone.id)
    const [shown] = (await listNotifications(world.ada, { limit: 9, unread: 'false' })).items
    await markRead(world.ada, shown?.id ?? '')
    expect(await sendDue()).toBe(2)
    expect(server.received).toEqual([])
    expect(await db.mail.findMany({ select: { outcome: true } })).toEqual([{ outcome: 'nothing to say' }, { outcome: 'nothing to say' }]) // prettier-ignore
  })

  test('of what a seal holds there is no mail before the reveal', async () => {
    await wish(world.ada, 'atOnce')
    const id = v7()
    await openPhase(writing(world.edda), world.projectId, { id, name: 'Alone', documentIds: [world.documentId], dueAt: null }) // prettier-ignore
    await say(world.ben, mentions([world.ada]))
    expect(await db.mail.count()).toBe(0)
    await revealPhase(writing(world.edda), id)
    await sendDue()
    expect(only().headers.subject).toBe('Ben mentioned you')
  })

  test('of two who send at the same time each mail is sent by one', async () => {
    await wish(world.ada, 'atOnce')
    for (let i = 0; i < 15; i++) await say(world.ben, says(`${i}`))
    const taken = await Promise.all([sendDue(), sendDue(), sendDue()])
    expect(taken.reduce((sum, count) => sum + count, 0)).toBe(15)
    expect(new Set(server.received.map(({ headers }) => headers['message-id'])).size).toBe(15)
    expect(server.received).toHaveLength(15)
  })

  test('a mail that is not taken is tried again, later each time; one that is refused for good is not', async () => {
    await wish(world.ada, 'atOnce')
    await say(world.ben)
    turnedAway = 451
    await sendDue()
    expect(await sendDue(later(30))).toBe(0)
    expect(await sendDue(later(61))).toBe(1)
    expect(await sendDue(later(200))).toBe(0)
    turnedAway = null
    expect(await sendDue(later(400))).toBe(1)
    only()
    await say(world.ben)
    turnedAway = 550
    await sendDue()
    expect(await sendDue(later(1_000_000))).toBe(0)
    expect(await db.mail.findFirst({ where: { outcome: { contains: '550' } } })).toMatchObject({ attempts: 1 })
  })
})

test('no name gets a line of its own into a header, or another recipient', async () => {
  const eve = await makeActor('Eve\r\nBcc: victim@example.org\r\n\r\nHello', { [world.workspaceId]: 'analyst' })
  await db.user.update({ where: { id: eve.id }, data: { email: 'eve@example.org' } })
  await wish(eve, 'atOnce')
  await wish(world.ada, 'atOnce')
  await say(eve)
  await say(world.ben, mentions([eve]))
  await sendDue()
  expect(server.received.flatMap(({ to }) => to).sort()).toEqual([await addressOf(world.ada), await addressOf(world.ada), 'eve@example.org'].sort()) // prettier-ignore
  for (const { headers, raw } of server.received) {
    expect(headers).not.toHaveProperty('bcc')
    expect(raw.slice(0, raw.indexOf('\r\n\r\n'))).not.toMatch(/^(bcc|hello)/im)
  }
})

describe('once a day', () => {
  const morning = new Date(new Date().setUTCHours(23, 0, 0, 0))

  test('there is one mail about what is unread, and none where nothing is', async () => {
    await wish(world.ben, 'never')
    await say(world.ben, says('One'))
    await say(world.edda, mentions([world.ada]))
    await enqueueDigests(morning)
    await enqueueDigests(morning)
    await sendDue(morning)
    const mail = only()
    expect(mail.headers.subject).toBe('2 things that concern you')
    expect(wordsOf(mail)).toMatch(/Edda mentioned you[^]*Ben replied/)
    const next = new Date(morning.getTime() + 24 * 60 * 60 * 1000)
    await enqueueDigests(next)
    await sendDue(next)
    expect(server.received).toHaveLength(1)
  })

  test('not before its hour', async () => {
    await say(world.ben)
    await enqueueDigests(new Date(new Date().setUTCHours(6, 59)))
    expect(await db.mail.count()).toBe(0)
  })
})

describe('a choice', () => {
  test('is what one is told, everywhere and in a project', async () => {
    await wish(world.ada, 'never', 'calls')
    await say(world.ben)
    expect(await countUnread(world.ada)).toEqual({ count: 0 })
    await say(world.ben, mentions([world.ada]))
    expect(await countUnread(world.ada)).toEqual({ count: 1 })
    await chooseHere(writing(world.ada), world.projectId, { here: { level: 'none', mail: 'never' } })
    await say(world.ben, mentions([world.ada]))
    expect(await countUnread(world.ada)).toEqual({ count: 1 })
    expect(await listChoices(world.ada)).toEqual({
      everywhere: { level: 'calls', mail: 'never' },
      projects: [{ project: { id: world.projectId, name: 'Rare earths' }, level: 'none', mail: 'never' }],
    })
    await chooseHere(writing(world.ada), world.projectId, { here: null })
    await say(world.ben, mentions([world.ada]))
    expect(await countUnread(world.ada)).toEqual({ count: 2 })
  })

  test('of no more mail is made by the link in each, and by no other', async () => {
    await chooseHere(writing(world.ada), world.projectId, { here: { level: 'all', mail: 'atOnce' } })
    const token = unsubscribeToken(world.ada.id)
    for (const wrong of ['', world.ada.id, `${world.ben.id}.${token.split('.')[1]}`, `${token}x`]) {
      expect(subscriberOf(wrong)).toBeNull()
      expect(await unsubscribe(wrong)).toBe(false)
    }
    expect(await unsubscribe(token)).toBe(true)
    await say(world.ben)
    expect(await db.mail.count()).toBe(0)
    expect(await countUnread(world.ada)).toEqual({ count: 1 })
  })
})

test('an invitation is mailed, its link works once, and it is in no answer and no row', async () => {
  const draft = { id: v7(), role: 'viewer', note: '', email: 'nora@example.org' } as const
  const { link, invitation } = await createInvitation(writing(world.olga), world.workspaceId, draft)
  expect(link).toBeNull()
  expect(invitation.email).toBe('nora@example.org')
  await sendDue()
  const mail = only()
  expect(mail.to).toEqual(['nora@example.org'])
  expect(mail.headers).not.toHaveProperty('list-unsubscribe')
  const token = secretOf(wordsOf(mail))
  expect(token).toHaveLength(43)
  expect(JSON.stringify([await db.mail.findMany(), await db.invitation.findMany()])).not.toContain(token)
  const nora = await makeActor('Nora', {})
  await acceptInvitation(writing(nora), token)
  await expect(acceptInvitation(writing(nora), token)).rejects.toMatchObject({ kind: 'not-found' })
})
