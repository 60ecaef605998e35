import type * as argon2 from '@node-rs/argon2'
import { v7 } from 'uuid'
import { beforeEach, expect, test, vi } from 'vitest'
import { NOBODY } from '../audit'
import { db } from '../db'
import { from, tally } from '../testing/from'
import { makeUser, PASSWORD } from '../testing/make'
import { signIn } from './sign-in'

const work = vi.hoisted(() => [] as object[])
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof argon2>()
  const cost = (phc: string) => ({ cost: /\$m=\d+,t=\d+,p=\d+\$/.exec(phc)?.[0] })
  return {
    ...real,
    hash: async (...args: Parameters<typeof real.hash>) => {
      const made = await real.hash(...args)
      work.push(cost(made))
      return made
    },
    verify: (...args: Parameters<typeof real.verify>) => {
      work.push(cost(String(args[0])))
      return real.verify(...args)
    },
  }
})

/** Each test comes from an address of its own, since attempts at unknown accounts count against it. */
let address = ''
beforeEach(() => {
  address = v7()
})
const attempt = (email: string, password: string) => from(address, () => signIn({ email, password }))

test('the right password signs in, whatever the case of the address', async () => {
  const { id, name, email } = await makeUser('Ada')
  expect(await attempt(` ${email.toUpperCase()} `, PASSWORD)).toMatchObject({ id, name })
})

test('an unknown address, a wrong password and nonsense get one answer', async () => {
  const { email } = await makeUser('Ada')
  expect(await attempt(email, 'wrong')).toBeNull()
  expect(await attempt('nobody@example.org', 'wrong')).toBeNull()
  expect(await attempt('not an address', 'wrong')).toBeNull()
  expect(await attempt(email, 'x'.repeat(201))).toBeNull()
  expect(await from(address, () => signIn(undefined))).toBeNull()
})

test('an unknown address and an account without a password cost one hash of the same price as a known one', async () => {
  const { email } = await makeUser('Ada')
  const costs = []
  const byIssuer = await makeUser('Ben')
  await db.user.update({ where: { id: byIssuer.id }, data: { passwordHash: null } })
  for (const who of [email, 'first.unknown@example.org', 'second.unknown@example.org', byIssuer.email]) {
    work.length = 0
    await attempt(who, 'wrong')
    const audited = await db.auditEntry.count({ where: { action: 'sign-in.refused', address } })
    costs.push([...work, { audited: audited - costs.length }])
  }
  expect(costs).toEqual(Array(4).fill([{ cost: '$m=19456,t=2,p=1$' }, { audited: 1 }]))
})

test('a refused sign-in names the account that it was about, and nobody as its actor', async () => {
  const { id, email } = await makeUser('Ada')
  await attempt(email, 'wrong')
  await attempt('nobody.here@example.org', 'wrong')
  const rows = await db.auditEntry.findMany({ where: { address }, orderBy: { id: 'asc' } })
  const refused = { action: 'sign-in.refused', actorId: null, workspaceId: null }
  expect(rows).toMatchObject([
    { ...refused, subject: id },
    { ...refused, subject: NOBODY },
  ])
})

test('after ten wrong passwords an account rests, from every address and with the right password too', async () => {
  const { email } = await makeUser('Ada')
  expect(await tally(Array.from({ length: 14 }, () => attempt(email, 'wrong')))).toEqual({ done: 10, 'too-many': 4 })
  await expect(from('elsewhere', () => signIn({ email, password: PASSWORD }))).rejects.toMatchObject({
    kind: 'too-many',
    message: expect.stringMatching(/^Too many attempts\. Please wait (\d+ seconds|\d+ minutes) and try again\.$/),
    details: { retryAfter: expect.any(Number) },
  })
})

test('an unknown account rests like a known one', async () => {
  const attempts = Array.from({ length: 11 }, () => attempt('nobody.at.all@example.org', 'wrong'))
  expect(await tally(attempts)).toEqual({ done: 10, 'too-many': 1 })
})

test('a success gives the account its allowance back', async () => {
  const { email } = await makeUser('Ada')
  for (let round = 0; round < 3; round++) {
    for (let wrong = 0; wrong < 6; wrong++) expect(await attempt(email, 'wrong')).toBeNull()
    expect(await attempt(email, PASSWORD)).not.toBeNull()
  }
})

test('fifty failures from one address are enough, whomever they were about; other addresses go on', async () => {
  const { email } = await makeUser('Ada')
  const attempts = Array.from({ length: 55 }, (_, index) => attempt(`nobody${index}@example.org`, 'wrong'))
  expect(await tally(attempts)).toEqual({ done: 50, 'too-many': 5 })
  await expect(attempt(email, PASSWORD)).rejects.toMatchObject({ kind: 'too-many' })
  expect(await from('a better place', () => signIn({ email, password: PASSWORD }))).not.toBeNull()
})

test('an office behind one address signs in as often as it likes', async () => {
  const people = await Promise.all(Array.from({ length: 3 }, () => makeUser('Ada')))
  for (let index = 0; index < 60; index++) {
    expect(await attempt(people[index % 3]?.email ?? '', PASSWORD)).not.toBeNull()
  }
})

test('the counts are kept in the database, and name no attempt beyond them', async () => {
  const kept = await db.rateLimiterFlexible.findMany()
  expect(kept.length).toBeGreaterThan(0)
  expect(JSON.stringify(kept)).not.toContain(PASSWORD)
})

test('being stopped is written down once, with whose account it was, however often is tried after it', async () => {
  const { id, email } = await makeUser('Ada')
  for (let tried = 0; tried < 15; tried++) await attempt(email, 'wrong').catch(() => null)
  const rows = (action: string) => db.auditEntry.count({ where: { action, subject: id, actorId: null } })
  expect(await rows('sign-in.refused')).toBe(10)
  expect(await rows('sign-in.stopped')).toBe(1)
})

test('an address that was stopped is written down once, and is about nobody', async () => {
  for (let tried = 0; tried < 55; tried++) await attempt(`nobody${tried}@example.org`, 'wrong').catch(() => null)
  const stopped = { action: 'sign-in.stopped', address }
  expect(await db.auditEntry.findMany({ where: stopped })).toMatchObject([{ subject: NOBODY, actorId: null }])
})
