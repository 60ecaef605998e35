import { v7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/domain/permissions/policy'
import { RANK, ROLES, type Role } from '@/domain/permissions/role'
import { findActor } from '../auth'
import { db } from '../db'
import { listEvents } from '../list-events'
import { tally } from '../testing/from'
import { actorOf, makeMember, makeUser, makeWorkspace, signIn } from '../testing/make'
import { createInvitation, listInvitations } from './invitations'
import { changeRole, listMembers, removeMember } from './members'
import { getWorkspace } from './workspaces'

let workspaceId: string
let owner: Actor
beforeEach(async () => {
  workspaceId = await makeWorkspace()
  owner = await actorOf(await makeMember(workspaceId, 'owner', 'Olga'))
})
const join = async (role: Role, name: string = role) => actorOf(await makeMember(workspaceId, role, name))
const roleOf = async ({ id }: Actor) =>
  (await db.membership.findUnique({ where: { workspaceId_userId: { workspaceId, userId: id } } }))?.role ?? null

test.each(ROLES)('%s: gives and takes roles up to their own, if they manage members at all', async (mine) => {
  const actor = await join(mine)
  const manages = RANK[mine] >= RANK.admin
  for (const held of ROLES) {
    for (const given of ROLES) {
      const other = await join(held)
      const allowed = manages && RANK[held] <= RANK[mine] && RANK[given] <= RANK[mine]
      const change = changeRole(actor, workspaceId, other.id, given)
      if (allowed) expect(await change).toMatchObject({ role: given, person: { id: other.id } })
      else await expect(change).rejects.toMatchObject({ kind: 'forbidden' })
      expect(await roleOf(other)).toBe(allowed ? given : held)
    }
  }
})

test.each(ROLES)('%s: removes members up to their own role, if they manage members at all', async (mine) => {
  const actor = await join(mine)
  for (const held of ROLES) {
    const other = await join(held)
    const allowed = RANK[mine] >= RANK.admin && RANK[held] <= RANK[mine]
    const removal = removeMember(actor, workspaceId, other.id)
    if (allowed) await removal
    else await expect(removal).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await roleOf(other)).toBe(allowed ? null : held)
  }
})

test.each(ROLES)('%s: may leave, and is gone on the next request', async (role) => {
  const user = await makeMember(workspaceId, role)
  const { value } = await signIn(user)
  expect((await findActor(value))?.roles.get(workspaceId)).toBe(role)
  await removeMember(await actorOf(user), workspaceId, user.id)
  const now = await findActor(value)
  expect(now?.roles.size).toBe(0)
  await expect(getWorkspace(now as Actor, workspaceId)).rejects.toMatchObject({ kind: 'not-found' })
})

test('a changed role holds on the next request', async () => {
  const user = await makeMember(workspaceId, 'viewer')
  const { value } = await signIn(user)
  await changeRole(owner, workspaceId, user.id, 'editor')
  expect((await findActor(value))?.roles.get(workspaceId)).toBe('editor')
})

test('the last owner can neither go nor be lowered', async () => {
  const lastOne = { kind: 'conflict', message: 'This is the last owner. Make someone else an owner first.' }
  await expect(removeMember(owner, workspaceId, owner.id)).rejects.toMatchObject(lastOne)
  await expect(changeRole(owner, workspaceId, owner.id, 'admin')).rejects.toMatchObject(lastOne)
  expect(await changeRole(owner, workspaceId, owner.id, 'owner')).toMatchObject({ role: 'owner' })
  const heir = await join('admin', 'Hedda')
  await changeRole(owner, workspaceId, heir.id, 'owner')
  await removeMember(owner, workspaceId, owner.id)
  expect(await roleOf(heir)).toBe('owner')
})

test('of owners who leave, lower and remove each other at the same moment one stays', async () => {
  const owners = [owner, ...(await Promise.all(Array.from({ length: 7 }, () => join('owner'))))]
  const next = (index: number) => owners[(index + 1) % owners.length] as Actor
  await Promise.allSettled(
    owners.map((actor, index) =>
      [
        () => removeMember(actor, workspaceId, actor.id),
        () => changeRole(actor, workspaceId, actor.id, 'viewer'),
        () => removeMember(actor, workspaceId, next(index).id),
      ][index % 3]?.(),
    ),
  )
  const left = await db.membership.count({ where: { workspaceId, role: 'owner' } })
  expect(left).toBeGreaterThanOrEqual(1)
})

test('two owners leave at the same moment: one of them stays', async () => {
  const other = await join('owner')
  const ends = await tally([owner, other].map((actor) => removeMember(actor, workspaceId, actor.id)))
  expect(ends).toEqual({ done: 1, conflict: 1 })
})

test('two admins remove each other at the same moment: one of them stays', async () => {
  const [ada, ben] = [await join('admin', 'Ada'), await join('admin', 'Ben')]
  const ends = await tally([removeMember(ada, workspaceId, ben.id), removeMember(ben, workspaceId, ada.id)])
  expect(ends).toEqual({ done: 1, 'not-found': 1 })
})

test('someone removed while their request was under way does nothing any more', async () => {
  const [admin, viewer] = [await join('admin'), await join('viewer')]
  await removeMember(owner, workspaceId, admin.id)
  await expect(changeRole(admin, workspaceId, viewer.id, 'admin')).rejects.toMatchObject({ kind: 'not-found' })
  const invitation = { id: v7(), role: 'admin' as const, note: '' }
  await expect(createInvitation(admin, workspaceId, invitation)).rejects.toMatchObject({ kind: 'not-found' })
})

test('nobody keeps a way back in: the open invitations of whoever goes or is lowered are revoked', async () => {
  const admin = await join('admin')
  const made = async (by: Actor, role: Role) => {
    const { invitation } = await createInvitation(by, workspaceId, { id: v7(), role, note: role })
    return invitation.id
  }
  const kept = await made(owner, 'viewer')
  const [one, two] = [await made(admin, 'viewer'), await made(admin, 'admin')]
  await changeRole(owner, workspaceId, admin.id, 'admin')
  const states = async () =>
    Object.fromEntries(
      (await listInvitations(owner, workspaceId, { limit: 10 })).items.map(({ id, state }) => [id, state]),
    )
  expect(await states()).toEqual({ [kept]: 'open', [one]: 'open', [two]: 'open' })
  await changeRole(owner, workspaceId, admin.id, 'editor')
  expect(await states()).toEqual({ [kept]: 'open', [one]: 'revoked', [two]: 'revoked' })

  const co = await join('owner')
  const [high, low] = [await made(co, 'owner'), await made(co, 'viewer')]
  await changeRole(owner, workspaceId, co.id, 'admin')
  expect(await states()).toMatchObject({ [high]: 'revoked', [low]: 'open' })
  await removeMember(owner, workspaceId, co.id)
  expect(await states()).toMatchObject({ [low]: 'revoked', [kept]: 'open' })
  const { items } = await listEvents(owner, 'workspace', workspaceId, { after: 0, limit: 50 })
  expect(items.filter(({ kind }) => kind === 'invitation.revoked').map(({ subject }) => subject)).toEqual(
    expect.arrayContaining([one, two, high, low]),
  )
  expect(items.map(({ seq }) => seq)).toEqual(items.map((_, index) => index + 1))
})

test('outsiders learn of no member, and members of other workspaces are not found', async () => {
  const outsider = await actorOf(await makeUser('Otto'))
  const viewer = await join('viewer')
  for (const refused of [
    () => listMembers(outsider, workspaceId, { limit: 10 }),
    () => changeRole(outsider, workspaceId, viewer.id, 'viewer'),
    () => removeMember(outsider, workspaceId, viewer.id),
    () => changeRole(owner, workspaceId, outsider.id, 'viewer'),
    () => removeMember(owner, workspaceId, outsider.id),
  ])
    await expect(refused()).rejects.toMatchObject({ kind: 'not-found' })
})

test('members come by name, page by page, each once', async () => {
  for (const name of ['Zoë', 'ada', 'Ben', 'Ada', 'ben']) await join('viewer', name)
  const names = []
  let cursor: string | undefined
  do {
    const { items, next } = await listMembers(owner, workspaceId, { limit: 2, cursor })
    names.push(...items.map(({ person }) => person.name))
    cursor = next ?? undefined
  } while (cursor)
  expect(names.map((name) => name.toLowerCase())).toEqual(['ada', 'ada', 'ben', 'ben', 'olga', 'zoë'])
})
