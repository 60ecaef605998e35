import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Actor } from '@/domain/permissions/policy'
import { openSession } from '../auth'
import { db } from '../db'
import { from, tally } from '../testing/from'
import { actorOf, codeOf, makeFactor, makeUser, PASSWORD, signIn, type MadeUser } from '../testing/make'
import { writing } from '../testing/make-world'
import { getSecurity } from './accounts'
import { stepOf } from './codes'
import { beginFactor, renewRecoveryCodes, turnOffFactor, turnOnFactor } from './second-factor'
import { asksForCode, beginStep, finishStep } from './second-step'
import { signIn as attempt } from './sign-in'

beforeAll(() => {
  process.env.NEXTAUTH_SECRET = 'a secret of this test'
})

let ada: MadeUser
let actor: Actor
let verified: string
beforeEach(async () => {
  vi.useRealTimers()
  ada = await makeUser('Ada')
  actor = await actorOf(ada)
  verified = (await attempt({ email: ada.email, password: PASSWORD }))?.verified ?? ''
})

/** A first step that waits, and a second with a code. */
const first = () => beginStep({ id: ada.id, name: 'Ada', verified })
const second = (token: string, code: string) => from(token, () => finishStep(token, code))
const codes = async () => {
  const { secret } = await beginFactor(writing(actor), { password: PASSWORD })
  return { secret, ...(await turnOnFactor(writing(actor), { code: codeOf(secret, -1) })) }
}

/** RFC 6238, appendix B, in six digits. */
test.each([
  [59_000, '287082', 1],
  [1_111_111_109_000, '081804', 37_037_036],
  [20_000_000_000_000, '353130', 666_666_666],
])('at %i ms the code of the specification is %s', (now, code, step) => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  expect(stepOf(secret, code, now)).toBe(step)
  expect(stepOf(secret, code, now + 30_000)).toBe(step)
  expect(stepOf(secret, code, now + 90_000)).toBeNull()
})

test('it counts from a first right code on; the secret is not in the database', async () => {
  const { secret, uri } = await beginFactor(writing(actor), { password: PASSWORD })
  expect(uri).toContain(secret)
  expect(await asksForCode(ada.id)).toBe(false)
  await expect(turnOnFactor(writing(actor), { code: '000000' })).rejects.toMatchObject({ kind: 'invalid' })
  const { codes: recovery } = await turnOnFactor(writing(actor), { code: codeOf(secret) })
  expect(await asksForCode(ada.id)).toBe(true)
  expect(new Set(recovery).size).toBe(10)
  expect(recovery[0]).toMatch(/^[0-9a-z]{4}(-[0-9a-z]{4}){3}$/)
  const kept = JSON.stringify([
    await db.secondFactor.findMany(),
    await db.recoveryCode.findMany(),
    await db.idempotentAnswer.findMany(),
  ])
  for (const word of [secret, ...recovery]) expect(kept).not.toContain(word)
  expect(await getSecurity(actor)).toMatchObject({ factor: { codesLeft: 10 } })
})

test('beginning needs the password, and nothing begins anew while it is on', async () => {
  await expect(beginFactor(writing(actor), { password: 'wrong' })).rejects.toMatchObject({ kind: 'invalid' })
  await makeFactor(ada)
  await expect(beginFactor(writing(actor), { password: PASSWORD })).rejects.toMatchObject({ kind: 'conflict' })
})

test('no session opens without the code; with it one does', async () => {
  const secret = await makeFactor(ada)
  expect(await openSession({ id: ada.id, verified }, 'Test')).toBe('')
  const signedIn = await second(await first(), codeOf(secret))
  expect(signedIn).toMatchObject({ id: ada.id, verified, coded: true })
  expect(await openSession(signedIn ?? { id: ada.id }, 'Test')).not.toBe('')
})

test('one that is turned on meanwhile is asked for too', async () => {
  const { secret } = await beginFactor(writing(actor), { password: PASSWORD })
  await turnOnFactor(writing(actor), { code: codeOf(secret) })
  expect(await openSession({ id: ada.id, verified }, 'Test')).toBe('')
})

test('a code is taken once, by one of many; an older one is not taken after it', async () => {
  const secret = await makeFactor(ada)
  const tokens = await Promise.all(Array.from({ length: 5 }, first))
  const ended = await Promise.all(tokens.map((token) => second(token, codeOf(secret))))
  expect(ended.filter(Boolean)).toHaveLength(1)
  expect(await second(await first(), codeOf(secret))).toBeNull()
  expect(await second(await first(), codeOf(secret, -1))).toBeNull()
  expect(await second(await first(), codeOf(secret, 1))).not.toBeNull()
})

test('a recovery code stands in once, however it is typed', async () => {
  const { codes: recovery } = await codes()
  const [one = '', two = ''] = recovery
  expect(await second(await first(), one.toUpperCase().replaceAll('-', ' '))).toMatchObject({ id: ada.id })
  expect(await second(await first(), one)).toBeNull()
  const tokens = await Promise.all(Array.from({ length: 4 }, first))
  expect((await Promise.all(tokens.map((token) => second(token, two)))).filter(Boolean)).toHaveLength(1)
  expect(await getSecurity(actor)).toMatchObject({ factor: { codesLeft: 8 } })
  expect(await db.auditEntry.count({ where: { actorId: ada.id, action: 'recovery-code.used' } })).toBe(2)
})

test('after ten wrong codes an account rests, whoever begins anew', async () => {
  const secret = await makeFactor(ada)
  const tries = Array.from({ length: 13 }, async () => second(await first(), '000000'))
  expect(await tally(tries)).toEqual({ done: 10, 'too-many': 3 })
  await expect(second(await first(), codeOf(secret))).rejects.toMatchObject({ kind: 'too-many' })
})

test('a step is used up by its code, ends with its time, and belongs to nobody else', async () => {
  const secret = await makeFactor(ada)
  const token = await first()
  await second(token, codeOf(secret))
  await expect(second(token, codeOf(secret, 1))).rejects.toMatchObject({ kind: 'signed-out' })
  const late = await first()
  await db.signInStep.updateMany({ where: { userId: ada.id }, data: { expiresAt: new Date() } })
  await expect(second(late, codeOf(secret, 1))).rejects.toMatchObject({ kind: 'signed-out' })
  await expect(second('made up', codeOf(secret, 1))).rejects.toMatchObject({ kind: 'signed-out' })
  const ben = await makeUser('Ben')
  await makeFactor(ben)
  const his = await beginStep({ id: ben.id, name: 'Ben', verified: null })
  expect(await second(his, codeOf(secret, 1))).toBeNull()
})

test('turning off needs password and code, and takes the recovery codes along', async () => {
  const { secret, codes: recovery } = await codes()
  const off = (password: string, code: string) => turnOffFactor(writing(actor), { password, code })
  await expect(off('wrong', codeOf(secret))).rejects.toMatchObject({ kind: 'invalid' })
  await expect(off(PASSWORD, '000000')).rejects.toMatchObject({ kind: 'invalid' })
  expect(await asksForCode(ada.id)).toBe(true)
  expect(await off(PASSWORD, recovery[3] ?? '')).toEqual({ done: true })
  expect(await asksForCode(ada.id)).toBe(false)
  expect(await db.recoveryCode.count({ where: { userId: ada.id } })).toBe(0)
  expect((await signIn(ada)).value).not.toBe('')
  await expect(off(PASSWORD, '000000')).rejects.toMatchObject({ kind: 'conflict' })
})

test('new recovery codes make the old ones worth nothing', async () => {
  const { secret, codes: old } = await codes()
  const fresh = await renewRecoveryCodes(writing(actor), { password: PASSWORD, code: codeOf(secret) })
  expect(await second(await first(), old[0] ?? '')).toBeNull()
  expect(await second(await first(), fresh.codes[0] ?? '')).not.toBeNull()
})

test('under another secret of the installation no code is right, and recovery codes still are', async () => {
  const { secret, codes: recovery } = await codes()
  const { sealed } = await db.secondFactor.findUniqueOrThrow({ where: { userId: ada.id } })
  await db.secondFactor.update({
    where: { userId: ada.id },
    data: { sealed: `A${sealed.slice(1)}`.replace(/^AA/, 'BA') },
  })
  expect(await second(await first(), codeOf(secret))).toBeNull()
  expect(await second(await first(), recovery[0] ?? '')).not.toBeNull()
})

test('what is done is written down, for the person alone', async () => {
  const { secret } = await codes()
  await second(await first(), '000000')
  await turnOffFactor(writing(actor), { password: PASSWORD, code: codeOf(secret) })
  const rows = await db.auditEntry.findMany({
    where: { OR: [{ actorId: ada.id }, { subject: ada.id }] },
    orderBy: { id: 'asc' },
  })
  expect(rows.map(({ action }) => action)).toEqual([
    'second-factor.begun',
    'second-factor.on',
    'sign-in.halfway',
    'sign-in.refused',
    'second-factor.off',
  ])
  expect(rows.every(({ workspaceId }) => workspaceId === null)).toBe(true)
})
