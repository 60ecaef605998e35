import { v7 } from 'uuid'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/domain/permissions/policy'
import type { Role } from '@/domain/permissions/role'
import { db } from '../db'
import { listEvents } from '../list-events'
import { from, tally } from '../testing/from'
import { actorOf, makeMember, makeUser, makeWorkspace, PASSWORD } from '../testing/make'
import { secretOf } from '../testing/secret-of'
import { createInvitation, revokeInvitation } from './invitations'
import { acceptInvitation, findOffer, joinWithAccount } from './join'
import { signIn } from './sign-in'

let workspaceId: string
let owner: Actor

beforeAll(async () => {
  // Fifty at once, in several tests, from one address.
  process.env.LIMIT_SIGN_IN_PER_ADDRESS = '60'
})
beforeEach(async () => {
  workspaceId = await makeWorkspace('Desk')
  owner = await actorOf(await makeMember(workspaceId, 'owner', 'Olga'))
})

async function invite(role: Role = 'analyst') {
  const { invitation, link } = await createInvitation(owner, workspaceId, { id: v7(), role, note: '' })
  return { id: invitation.id, token: secretOf(link) }
}
const account = (more = {}) => {
  const id = v7()
  return { id, name: 'Nora', email: `nora-${id}@example.org`, password: PASSWORD, ...more }
}
const members = () => db.membership.findMany({ where: { workspaceId, userId: { not: owner.id } } })
const useless = {
  kind: 'not-found',
  message: 'This invitation was used or revoked, or it has expired. Ask for a new one.',
}

test('whoever holds the link sees what it offers, joins with a new account, and can sign in', async () => {
  const { token } = await invite('editor')
  expect(await findOffer(token)).toEqual({ workspaceId, workspace: 'Desk', role: 'editor', invitedBy: 'Olga' })
  const nora = account()
  expect(await joinWithAccount(token, nora)).toEqual({ workspaceId })
  expect(await members()).toMatchObject([{ userId: nora.id, role: 'editor' }])
  expect(await signIn(nora)).toMatchObject({ id: nora.id, name: 'Nora' })
  const { items } = await listEvents(owner, 'workspace', workspaceId, { after: 0, limit: 10 })
  expect(items.map(({ seq, kind, subject }) => [seq, kind, subject])).toEqual([
    [1, 'invitation.created', expect.any(String)],
    [2, 'member.joined', nora.id],
  ])
})

test('of fifty who join with one link at the same moment one gets in, and nothing is left of the others', async () => {
  const { token } = await invite()
  const before = await db.user.count()
  const ends = await from(v7(), () => tally(Array.from({ length: 50 }, () => joinWithAccount(token, account()))))
  expect(ends).toEqual({ done: 1, 'not-found': 49 })
  expect(await members()).toHaveLength(1)
  expect(await db.user.count()).toBe(before + 1)
})

test('of fifty signed-in people who accept one link at the same moment one gets in', async () => {
  const { token } = await invite()
  const people = await Promise.all(Array.from({ length: 50 }, () => makeUser('Someone')))
  const actors = await Promise.all(people.map(actorOf))
  const ends = await from(v7(), () => tally(actors.map((actor) => acceptInvitation(actor, token))))
  expect(ends).toEqual({ done: 1, 'not-found': 49 })
  expect(await members()).toHaveLength(1)
})

test('one person who accepts links of every role at once ends with the highest', async () => {
  const roles = ['viewer', 'owner', 'analyst', 'admin', 'editor'] as const
  const tokens = await Promise.all(roles.map(async (role) => (await invite(role)).token))
  const actor = await actorOf(await makeUser('Nora'))
  await Promise.allSettled(tokens.map((token) => acceptInvitation(actor, token)))
  expect(await members()).toMatchObject([{ userId: actor.id, role: 'owner' }])
})

test.each([
  ['viewer', 'analyst', 'analyst'],
  ['analyst', 'analyst', null],
  ['editor', 'viewer', null],
  ['owner', 'admin', null],
] as const)('a %s with a link for %s', async (held, offered, after) => {
  const { id, token } = await invite(offered)
  const actor = await actorOf(await makeMember(workspaceId, held))
  const accepted = acceptInvitation(actor, token)
  if (after) expect(await accepted).toEqual({ workspaceId })
  else await expect(accepted).rejects.toMatchObject({ kind: 'conflict' })
  expect(await members()).toMatchObject([{ role: after ?? held }])
  expect(await db.invitation.findUnique({ where: { id } })).toMatchObject({
    redeemedById: after ? actor.id : null,
  })
})

test.each<[string, (id: string) => Promise<unknown>]>([
  ['used', async (id) => db.invitation.update({ where: { id }, data: { redeemedAt: new Date() } })],
  ['revoked', async (id) => revokeInvitation(owner, workspaceId, id)],
  ['expired', async (id) => db.invitation.update({ where: { id }, data: { expiresAt: new Date() } })],
  ['unknown', async (id) => db.invitation.delete({ where: { id } })],
])('a link that is %s gets the same answer as every other, and changes nothing', async (_, spoil) => {
  const { id, token } = await invite()
  await spoil(id)
  const actor = await actorOf(await makeUser('Nora'))
  expect(await findOffer(token)).toBeNull()
  await expect(joinWithAccount(token, account())).rejects.toMatchObject(useless)
  await expect(acceptInvitation(actor, token)).rejects.toMatchObject(useless)
  expect(await members()).toEqual([])
})

test('an address that has an account is told to sign in, and the link stays good', async () => {
  const { token } = await invite()
  const { email, id } = await makeUser('Nora')
  await expect(joinWithAccount(token, account({ email }))).rejects.toMatchObject({
    kind: 'conflict',
    message: 'This e-mail address has an account. Sign in with it, then open the invitation again.',
  })
  expect(await findOffer(token)).not.toBeNull()
  expect(await acceptInvitation(await actorOf({ id, name: 'Nora' }), token)).toEqual({ workspaceId })
})

test('without a good link nobody learns who has an account', async () => {
  const { email } = await makeUser('Nora')
  await expect(joinWithAccount('no link at all 1234567', account({ email }))).rejects.toMatchObject(useless)
})

test('a retry of a join that was made gets its answer; someone else does not', async () => {
  const { token } = await invite()
  const nora = account()
  await joinWithAccount(token, nora)
  expect(await joinWithAccount(token, nora)).toEqual({ workspaceId })
  await expect(joinWithAccount(token, { ...nora, id: v7() })).rejects.toMatchObject(useless)
  expect(await members()).toHaveLength(1)
})

test('guesses at links are counted by address; good links are not', async () => {
  const { token } = await invite()
  await from('an office', async () => {
    for (let index = 0; index < 70; index++) expect(await findOffer(token)).not.toBeNull()
  })
  await from('a guesser', async () => {
    const guesses = Array.from({ length: 65 }, (_, index) => findOffer(`guess ${index}`))
    expect(await tally(guesses)).toEqual({ done: 60, 'too-many': 5 })
    await expect(findOffer(token)).rejects.toMatchObject({ kind: 'too-many' })
  })
})
