import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/domain/permissions/policy'
import { findActor, openSession } from '../auth'
import { db } from '../db'
import { listEvents } from '../list-events'
import { tally } from '../testing/from'
import { makeUser, PASSWORD, signIn, type MadeUser } from '../testing/make'
import { changePassword, getMe, listSessions, renameMe, revokeOtherSessions, revokeSession } from './me'
import { signIn as attempt } from './sign-in'

const NEW = 'a new and longer password'

let user: MadeUser
let tokens: string[]
let actor: Actor
/** Signed in three times; the tests act from the first. */
beforeEach(async () => {
  user = await makeUser('Ada')
  tokens = []
  for (const device of ['Firefox/1 Windows', 'Firefox/2 Android', 'curl/8'])
    tokens.push((await signIn(user, device)).value)
  actor = (await findActor(tokens[0] ?? '')) as Actor
})
const alive = async () => (await Promise.all(tokens.map(findActor))).map((found) => found !== null)
const events = async () => (await listEvents(actor, 'person', actor.id, { after: 0, limit: 50 })).items

test('the database holds no token that lets someone in', async () => {
  const rows = JSON.stringify(await db.session.findMany())
  for (const token of tokens) expect(rows).not.toContain(token)
})

test('sessions are listed newest first, page by page, with the one in use marked', async () => {
  const seen = []
  let cursor: string | undefined
  do {
    const { items, next } = await listSessions(actor, { limit: 2, cursor })
    seen.push(...items)
    cursor = next ?? undefined
  } while (cursor)
  expect(seen.map(({ userAgent, current }) => [userAgent, current])).toEqual([
    ['curl/8', false],
    ['Firefox/2 Android', false],
    ['Firefox/1 Windows', true],
  ])
})

test('a revoked session is nobody on its next request', async () => {
  const { items } = await listSessions(actor, { limit: 10 })
  await revokeSession(actor, items[0]?.id ?? '')
  expect(await alive()).toEqual([true, true, false])
  expect(await events()).toMatchObject([{ seq: 1, kind: 'session.revoked', subject: items[0]?.id }])
})

test("nobody revokes someone else's session", async () => {
  const other = await makeUser('Ben')
  const { value: token } = await signIn(other, 'Safari')
  const theirs = await findActor(token)
  await expect(revokeSession(actor, theirs?.sessionId ?? '')).rejects.toMatchObject({ kind: 'not-found' })
  await revokeOtherSessions(actor)
  expect(await findActor(token)).not.toBeNull()
})

test('signing out everywhere else leaves this session', async () => {
  await revokeOtherSessions(actor)
  expect(await alive()).toEqual([true, false, false])
  expect((await events()).map(({ kind }) => kind)).toEqual(['session.revoked', 'session.revoked'])
  expect(await revokeOtherSessions(actor)).toEqual({ done: true })
})

test('a session that has run out is nobody, is not listed, and is swept at the next sign-in', async () => {
  await db.session.updateMany({ where: { userAgent: 'curl/8', userId: user.id }, data: { expiresAt: new Date() } })
  expect(await alive()).toEqual([true, true, false])
  expect((await listSessions(actor, { limit: 10 })).items).toHaveLength(2)
  await signIn(user)
  expect(await db.session.count({ where: { userId: user.id } })).toBe(3)
})

test('signing in ends the session that the browser had before, whoever’s it was, and one that is refused does not', async () => {
  const verified = (await attempt({ email: user.email, password: PASSWORD }))?.verified ?? ''
  const other = await makeUser('Ben')
  const { value } = await signIn(other)
  const before = await findActor(value)
  expect(await openSession({ id: user.id, verified: 'not the hash' }, 'Refused', before)).toBe('')
  expect(await findActor(value)).not.toBeNull()
  const token = await openSession({ id: user.id, verified }, 'Test', before)
  expect(await findActor(token)).toMatchObject({ id: user.id })
  expect(await findActor(value)).toBeNull()
  expect(await alive()).toEqual([true, true, true])
  const closed = await db.auditEntry.findMany({ where: { action: 'session.closed' } })
  expect(closed).toMatchObject([{ actorId: other.id, subject: before?.sessionId }])
})

test('a new password ends every other session and is the one that counts', async () => {
  await changePassword(actor, { current: PASSWORD, password: NEW })
  expect(await alive()).toEqual([true, false, false])
  expect(await attempt({ email: user.email, password: PASSWORD })).toBeNull()
  expect(await attempt({ email: user.email, password: NEW })).not.toBeNull()
  expect(await events()).toMatchObject([{ kind: 'password.changed', subject: user.id }])
})

test('a password that was right when it was checked, but is the old one now, opens no session', async () => {
  const verified = await attempt({ email: user.email, password: PASSWORD })
  await changePassword(actor, { current: PASSWORD, password: NEW })
  expect(await openSession({ id: user.id, verified: verified?.verified ?? null }, 'Too late')).toBe('')
  expect(await db.session.count({ where: { userId: user.id } })).toBe(1)
})

test('a sign-in waits for a change of the password that is under way, and then opens no session', async () => {
  const verified = (await attempt({ email: user.email, password: PASSWORD }))?.verified ?? ''
  const late = await db.$transaction(async (tx) => {
    await tx.user.update({ where: { id: user.id }, data: { passwordHash: 'another' } })
    const opening = openSession({ id: user.id, verified }, 'Late')
    // Until the database says that the sign-in waits for this change, or went past it.
    for (let waits = 0; waits === 0;) {
      const [row] = await tx.$queryRaw<{ waits: number }[]>`
        SELECT (SELECT count(*) FROM pg_locks WHERE NOT granted)::int
          + (SELECT count(*) FROM "Session" WHERE "userAgent" = 'Late')::int AS waits`
      waits = row?.waits ?? 0
    }
    return { opening }
  })
  expect(await late.opening).toBe('')
})

test('a wrong current password changes nothing', async () => {
  const refused = changePassword(actor, { current: 'wrong', password: NEW })
  await expect(refused).rejects.toMatchObject({ kind: 'invalid' })
  expect(await alive()).toEqual([true, true, true])
  expect(await attempt({ email: user.email, password: PASSWORD })).not.toBeNull()
})

test('guesses at the current password are counted as attempts to sign in', async () => {
  const guesses = Array.from({ length: 12 }, () => changePassword(actor, { current: 'wrong', password: NEW }))
  expect(await tally(guesses)).toEqual({ invalid: 10, 'too-many': 2 })
  await expect(attempt({ email: user.email, password: PASSWORD })).rejects.toMatchObject({ kind: 'too-many' })
})

test('people rename themselves', async () => {
  expect(await renameMe(actor, 'Ada Lovelace')).toEqual({ id: user.id, name: 'Ada Lovelace', email: user.email })
  expect(await getMe(actor)).toMatchObject({ name: 'Ada Lovelace' })
  expect((await findActor(tokens[0] ?? ''))?.name).toBe('Ada Lovelace')
  expect(await events()).toMatchObject([{ kind: 'person.renamed' }])
})

test("a person's stream is theirs alone", async () => {
  const other = await makeUser('Ben')
  await expect(listEvents(actor, 'person', other.id, { after: 0, limit: 1 })).rejects.toMatchObject({
    kind: 'not-found',
  })
})

test('signing in is written down with the session that it opened', async () => {
  const rows = await db.auditEntry.findMany({ where: { actorId: user.id, action: 'session.opened' } })
  const sessions = await db.session.findMany({ where: { userId: user.id } })
  expect(rows.map(({ subject }) => subject).sort()).toEqual(sessions.map(({ id }) => id).sort())
})
