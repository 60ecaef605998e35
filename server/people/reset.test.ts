import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { v7 } from 'uuid'
import { findActor, openSession } from '../auth'
import { db } from '../db'
import { sendDue } from '../mails/outbox'
import { from, tally } from '../testing/from'
import { makeMailServer, wordsOf } from '../testing/mail-server'
import { makeFactor, makeUser, PASSWORD, signIn, type MadeUser } from '../testing/make'
import { secretOf } from '../testing/secret-of'
import { askReset, canReset, resetPassword } from './reset'
import { signIn as attempt } from './sign-in'

const NEW = 'a new and longer password'

let server: Awaited<ReturnType<typeof makeMailServer>>
let ada: MadeUser
beforeAll(async () => {
  server = await makeMailServer()
  // The configuration is read with the first write, which comes after this.
  Object.assign(process.env, { SMTP_URL: server.url, MAIL_FROM: 'assay@example.org', NEXTAUTH_SECRET: 'of this test' })
})
afterAll(() => server.close())
/** Each test comes from an address of its own. */
let address = ''
beforeEach(async () => {
  address = v7()
  server.received.length = 0
  await db.mail.deleteMany()
  ada = await makeUser('Ada')
})

const ask = (email: string) => from(address, () => askReset(email))
const reset = (token: string, password = NEW) => from(address, () => resetPassword(token, password))

/** The token in the newest mail to this person. */
async function mailed(to: string): Promise<string> {
  await sendDue()
  const letter = server.received.findLast((each) => each.to.includes(to))
  return secretOf(letter ? wordsOf(letter) : '')
}

test('a mailed link sets a password, once', async () => {
  expect(await ask(ada.email)).toEqual({ done: true })
  const token = await mailed(ada.email)
  expect(await from(address, () => canReset(token))).toBe(true)
  expect(await reset(token)).toEqual({ done: true })
  expect(await attempt({ email: ada.email, password: NEW })).toMatchObject({ id: ada.id })
  expect(await attempt({ email: ada.email, password: PASSWORD })).toBeNull()
  await expect(reset(token, 'yet another password')).rejects.toMatchObject({ kind: 'not-found' })
  expect(await attempt({ email: ada.email, password: NEW })).not.toBeNull()
})

test('of many who use one link at once one sets the password', async () => {
  await ask(ada.email)
  const token = await mailed(ada.email)
  const tries = Array.from({ length: 6 }, (_, at) => reset(token, `password number ${at}`))
  expect(await tally(tries)).toEqual({ done: 1, 'not-found': 5 })
})

test('an unknown address gets the same answer after the same work, and no mail', async () => {
  const kept = async (email: string) => ({
    links: await db.mailedLink.count({ where: { email } }),
    mails: await db.mail.count({ where: { doneAt: null } }),
    audited: await db.auditEntry.count({ where: { action: 'reset.asked', address } }),
  })
  const answers = []
  for (const email of [ada.email, `nobody-${v7()}@example.org`]) {
    address = v7()
    await db.mail.deleteMany()
    answers.push({ told: await ask(email), ...(await kept(email)) })
  }
  expect(answers[1]).toEqual(answers[0])
  expect(answers[0]).toEqual({ told: { done: true }, links: 1, mails: 1, audited: 1 })
  await sendDue()
  expect(server.received).toEqual([])
  expect(await db.mail.findMany({ select: { outcome: true } })).toEqual([{ outcome: 'nothing to say' }])
})

test('a newer link makes the older one worth nothing, and so does the hour', async () => {
  await ask(ada.email)
  const first = await mailed(ada.email)
  await ask(ada.email)
  const second = await mailed(ada.email)
  await expect(reset(first)).rejects.toMatchObject({ kind: 'not-found' })
  await db.mailedLink.updateMany({ where: { email: ada.email }, data: { expiresAt: new Date() } })
  await expect(reset(second)).rejects.toMatchObject({ kind: 'not-found' })
  expect(await attempt({ email: ada.email, password: PASSWORD })).not.toBeNull()
})

test('it ends every session, every sign-in under way, and every other open link; a second factor stays', async () => {
  const { value: token } = await signIn(ada)
  await makeFactor(ada)
  const verified = (await attempt({ email: ada.email, password: PASSWORD }))?.verified ?? ''
  await ask(ada.email)
  await reset(await mailed(ada.email))
  expect(await findActor(token)).toBeNull()
  expect(await openSession({ id: ada.id, verified, coded: true }, 'Late')).toBe('')
  expect(await db.secondFactor.count({ where: { userId: ada.id } })).toBe(1)
  expect(await db.mailedLink.count({ where: { email: ada.email, usedAt: null, expiresAt: { gt: new Date() } } })).toBe(
    0,
  )
})

test('whoever opens it has the mailbox: the address counts as theirs', async () => {
  await db.user.update({ where: { id: ada.id }, data: { verifiedAt: null } })
  await ask(ada.email)
  await reset(await mailed(ada.email))
  expect((await db.user.findUniqueOrThrow({ where: { id: ada.id } })).verifiedAt).not.toBeNull()
  const audited = await db.auditEntry.findMany({ where: { actorId: ada.id, action: 'password.reset' } })
  expect(audited).toMatchObject([{ subject: ada.id, workspaceId: null }])
})

test('after five mails to one address it rests, known or not; guesses at links are counted', async () => {
  for (const email of [ada.email, `nobody-${v7()}@example.org`])
    expect(await tally(Array.from({ length: 7 }, () => ask(email)))).toEqual({ done: 5, 'too-many': 2 })
  const guesses = Array.from({ length: 55 }, () => from(address, () => canReset(v7())))
  expect(await tally(guesses)).toEqual({ done: 50, 'too-many': 5 })
})

test('the database holds no token that sets a password', async () => {
  await ask(ada.email)
  const token = await mailed(ada.email)
  expect(token.length).toBeGreaterThan(20)
  expect(JSON.stringify([await db.mailedLink.findMany(), await db.mail.findMany()])).not.toContain(token)
})
