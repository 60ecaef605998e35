import { v7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/domain/permissions/policy'
import { db } from '../db'
import { createInvitation } from '../people/invitations'
import { changeRole, listMembers, removeMember } from '../people/members'
import { listWorkspaces } from '../people/workspaces'
import { actorOf, makeMember, makeWorkspace } from '../testing/make'
import { writing } from '../testing/make-world'
import { createToken } from './create-token'
import { findProgram } from './find-program'
import { listTokens } from './list-tokens'
import { revokeToken } from './revoke-token'

let here: string
let elsewhere: string
let owner: Actor
beforeEach(async () => {
  here = await makeWorkspace('Here')
  elsewhere = await makeWorkspace('Elsewhere')
  const user = await makeMember(here, 'owner', 'Olga')
  await db.membership.create({ data: { workspaceId: elsewhere, userId: user.id, role: 'owner' } })
  owner = await actorOf(user)
})

const draft = (more = {}) => ({ id: v7(), name: 'Nightly', scope: 'write' as const, days: 30, ...more })
const audited = () =>
  db.auditEntry.findMany({ where: { workspaceId: here, action: { startsWith: 'token.' } }, orderBy: { id: 'asc' } })

test('a token is recognisable, kept as a hash alone, and lets its holder be its person in one workspace', async () => {
  const { token, secret } = await createToken(owner, here, draft())
  expect(secret).toMatch(/^assay_[\w-]{43}$/)
  expect(token).toMatchObject({
    name: 'Nightly',
    scope: 'write',
    workspace: { id: here },
    lastUsedAt: null,
    expired: false,
  })
  expect(JSON.stringify(await db.apiToken.findMany({ where: { userId: owner.id } }))).not.toContain(secret.slice(6))
  const program = await findProgram(secret, null)
  expect(program).toMatchObject({ scope: 'write', actor: { id: owner.id } })
  expect([...(program?.actor.roles ?? [])]).toEqual([[here, 'owner']])
  expect(await audited()).toMatchObject([{ action: 'token.created', subject: token.id, actorId: owner.id }])
})

test('whoever holds it sees the one workspace, and does nothing in another where its person could', async () => {
  const { secret } = await createToken(owner, here, draft())
  const { actor } = (await findProgram(secret, null)) as { actor: Actor }
  expect((await listWorkspaces(actor, { limit: 10 })).items.map(({ id }) => id)).toEqual([here])
  const other = await makeMember(elsewhere, 'viewer', 'Vera')
  const attempts = [
    () => listMembers(actor, elsewhere, { limit: 1 }),
    () => createInvitation(actor, elsewhere, { id: v7(), role: 'viewer', note: '' }),
    () => changeRole(actor, elsewhere, other.id, 'owner'),
    () => removeMember(actor, elsewhere, other.id),
    () => createToken(actor, elsewhere, draft()),
  ]
  for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ kind: 'not-found' })
})

test('the answer is not kept; a retry gives another token in place of one that nobody used', async () => {
  const actor = writing(owner)
  const one = draft()
  const first = await createToken(actor, here, one)
  const second = await createToken(actor, here, one)
  expect(second.secret).not.toBe(first.secret)
  expect(await findProgram(first.secret, null)).toBeNull()
  expect(await findProgram(second.secret, null)).not.toBeNull()
  await expect(createToken(actor, here, one)).rejects.toMatchObject({ kind: 'conflict' })
  expect(await db.idempotentAnswer.count({ where: { userId: owner.id } })).toBe(0)
  expect(await audited()).toHaveLength(1)
})

test('its last use is kept, and not anew on each', async () => {
  const { token, secret } = await createToken(owner, here, draft())
  const lastUse = async () => (await listTokens(owner, { limit: 1 })).items[0]?.lastUsedAt
  await findProgram(secret, null)
  const first = await lastUse()
  expect(first).not.toBeNull()
  await findProgram(secret, null)
  expect(await lastUse()).toBe(first)
  await db.apiToken.update({ where: { id: token.id }, data: { lastUsedAt: new Date('2025-01-01') } })
  await findProgram(secret, null)
  expect(await lastUse()).not.toBe('2025-01-01T00:00:00.000Z')
})

test('it is worth nothing once it is revoked or has run out', async () => {
  const [revoked, expired] = [await createToken(owner, here, draft()), await createToken(owner, here, draft())]
  await revokeToken(owner, revoked.token.id)
  await db.apiToken.update({ where: { id: expired.token.id }, data: { expiresAt: new Date(Date.now() - 1) } })
  for (const { secret } of [revoked, expired]) expect(await findProgram(secret, null)).toBeNull()
  expect((await listTokens(owner, { limit: 9 })).items).toMatchObject([{ id: expired.token.id, expired: true }])
  await expect(revokeToken(owner, revoked.token.id)).rejects.toMatchObject({ kind: 'not-found' })
  expect((await audited()).map(({ action }) => action)).toEqual(['token.created', 'token.created', 'token.revoked'])
})

test('nobody revokes or sees another’s', async () => {
  const { token } = await createToken(owner, here, draft())
  const admin = await actorOf(await makeMember(here, 'admin', 'Alma'))
  await expect(revokeToken(admin, token.id)).rejects.toMatchObject({ kind: 'not-found' })
  expect((await listTokens(admin, { limit: 9 })).items).toEqual([])
})

test('it goes with the membership at once, and does not come back with it; a lower role counts on the next request', async () => {
  const ben = await actorOf(await makeMember(here, 'editor', 'Ben'))
  const { secret } = await createToken(ben, here, draft())
  await changeRole(owner, here, ben.id, 'viewer')
  expect([...((await findProgram(secret, null))?.actor.roles.values() ?? [])]).toEqual(['viewer'])
  await removeMember(owner, here, ben.id)
  expect(await findProgram(secret, null)).toBeNull()
  await db.membership.create({ data: { workspaceId: here, userId: ben.id, role: 'owner' } })
  expect(await findProgram(secret, null)).toBeNull()
  expect((await audited()).map(({ action, actorId }) => [action, actorId])).toEqual([
    ['token.created', ben.id],
    ['token.revoked', owner.id],
  ])
})

test('a person has 50 at a time at most', async () => {
  for (let made = 0; made < 50; made++) await createToken(owner, here, draft())
  await expect(createToken(owner, here, draft())).rejects.toMatchObject({ kind: 'conflict' })
})

test('lists go on where they stopped', async () => {
  const made = [await createToken(owner, here, draft()), await createToken(owner, here, draft())]
  const first = await listTokens(owner, { limit: 1 })
  const second = await listTokens(owner, { limit: 1, cursor: first.next ?? '' })
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(made.map(({ token }) => token.id).toReversed())
  expect(second.next).toBeNull()
})
