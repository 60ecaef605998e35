import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { v7 } from 'uuid'
import type { Actor } from '@/domain/permissions/policy'
import { db } from '../db'
import { sendDue } from '../mails/outbox'
import { from, tally } from '../testing/from'
import { makeMailServer, wordsOf } from '../testing/mail-server'
import { actorOf, makeMember, makeUser, makeWorkspace, PASSWORD, type MadeUser } from '../testing/make'
import { writing } from '../testing/make-world'
import { secretOf } from '../testing/secret-of'
import { getSecurity } from './accounts'
import { askNewEmail, askVerification, verifyEmail } from './email'
import { createInvitation } from './invitations'
import { joinWithAccount } from './join'
import { signIn as attempt } from './sign-in'

let server: Awaited<ReturnType<typeof makeMailServer>>
let ada: MadeUser
let actor: Actor
beforeAll(async () => {
  server = await makeMailServer()
  // The configuration is read with the first write, which comes after this.
  Object.assign(process.env, { SMTP_URL: server.url, MAIL_FROM: 'assay@example.org', NEXTAUTH_SECRET: 'of this test' })
})
afterAll(() => server.close())
beforeEach(async () => {
  server.received.length = 0
  await db.mail.deleteMany()
  ada = await makeUser('Ada')
  actor = await actorOf(ada)
})

const verify = (token: string) => from(v7(), () => verifyEmail(token))
const unverify = ({ id }: { id: string }) => db.user.update({ where: { id }, data: { verifiedAt: null } })
const to = (email: string) => server.received.filter((each) => each.to.includes(email))

async function mailed(email: string): Promise<string> {
  await sendDue()
  const letter = to(email).at(-1)
  return secretOf(letter ? wordsOf(letter) : '')
}

test('a mailed link shows an address to be theirs, once; a newer one makes it worth nothing', async () => {
  await unverify(ada)
  await askVerification(writing(actor))
  const first = await mailed(ada.email)
  await askVerification(writing(actor))
  const second = await mailed(ada.email)
  await expect(verify(first)).rejects.toMatchObject({ kind: 'not-found' })
  expect(await verify(second)).toEqual({ email: ada.email })
  expect(await getSecurity(actor)).toMatchObject({ email: ada.email, verified: true, pendingEmail: null })
  await expect(verify(second)).rejects.toMatchObject({ kind: 'not-found' })
  await expect(askVerification(writing(actor))).rejects.toMatchObject({ kind: 'conflict' })
})

test('another address counts once its link is opened, and the old one is told', async () => {
  const email = `new-${v7()}@example.org`
  await askNewEmail(writing(actor), { email, password: PASSWORD })
  expect(await getSecurity(actor)).toMatchObject({ email: ada.email, pendingEmail: email })
  const token = await mailed(email)
  expect(await attempt({ email, password: PASSWORD })).toBeNull()
  expect(await verify(token)).toEqual({ email })
  expect(await attempt({ email, password: PASSWORD })).toMatchObject({ id: ada.id })
  expect(await attempt({ email: ada.email, password: PASSWORD })).toBeNull()
  await sendDue()
  expect(to(ada.email).map(({ headers }) => headers.subject)).toEqual(['Your address for Assay was changed'])
  expect(await db.auditEntry.count({ where: { actorId: ada.id, action: 'email.changed', workspaceId: null } })).toBe(1)
})

test('it needs the password, and guesses count as attempts to sign in', async () => {
  const email = `new-${v7()}@example.org`
  const guesses = Array.from({ length: 12 }, () => askNewEmail(writing(actor), { email, password: 'wrong' }))
  expect(await tally(guesses)).toEqual({ invalid: 10, 'too-many': 2 })
  await expect(attempt({ email: ada.email, password: PASSWORD })).rejects.toMatchObject({ kind: 'too-many' })
})

test('an address that somebody has gets the same answer and no mail', async () => {
  const ben = await makeUser('Ben')
  expect(await askNewEmail(writing(actor), { email: ben.email, password: PASSWORD })).toEqual({ done: true })
  expect(await mailed(ben.email)).toBe('')
  expect(server.received).toEqual([])
})

test('an address that somebody took meanwhile changes nothing', async () => {
  const email = `new-${v7()}@example.org`
  await askNewEmail(writing(actor), { email, password: PASSWORD })
  const token = await mailed(email)
  await makeUser('Ben', email)
  await expect(verify(token)).rejects.toMatchObject({ kind: 'conflict' })
  expect(await getSecurity(actor)).toMatchObject({ email: ada.email, verified: true })
})

test('an older link for a change does nothing once the address has changed by another', async () => {
  const [one, two] = [`one-${v7()}@example.org`, `two-${v7()}@example.org`]
  await askNewEmail(writing(actor), { email: one, password: PASSWORD })
  const first = await mailed(one)
  await askNewEmail(writing(actor), { email: two, password: PASSWORD })
  await verify(await mailed(two))
  await expect(verify(first)).rejects.toMatchObject({ kind: 'not-found' })
  expect(await getSecurity(actor)).toMatchObject({ email: two })
})

test('who joins by an invitation that was mailed to that very address is verified, anybody else is mailed a link', async () => {
  const workspaceId = await makeWorkspace()
  const owner = await actorOf(await makeMember(workspaceId, 'owner'))
  const [meant, other] = [`meant-${v7()}@example.org`, `other-${v7()}@example.org`]
  const join = async (email: string) => {
    await createInvitation(writing(owner), workspaceId, { id: v7(), role: 'viewer', note: '', email: meant })
    const token = await mailed(meant)
    const id = v7()
    await from(v7(), () => joinWithAccount(token, { id, name: 'Nora', email, password: PASSWORD }))
    return getSecurity(await actorOf({ id, name: 'Nora' }))
  }
  expect(await join(meant)).toMatchObject({ verified: true })
  expect(await join(other)).toMatchObject({ verified: false })
  expect(await mailed(other)).not.toBe('')
})
