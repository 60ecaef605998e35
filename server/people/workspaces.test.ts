import { v7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/domain/permissions/policy'
import { ROLES, type Role } from '@/domain/permissions/role'
import { db } from '../db'
import { listEvents } from '../list-events'
import { tally } from '../testing/from'
import { actorOf, makeMember, makeUser, makeWorkspace } from '../testing/make'
import { secretOf } from '../testing/secret-of'
import { createInvitation, listInvitations, revokeInvitation } from './invitations'
import { createWorkspace, getWorkspace, listWorkspaces, renameWorkspace } from './workspaces'

let workspaceId: string
let owner: Actor
beforeEach(async () => {
  workspaceId = await makeWorkspace('Desk')
  owner = await actorOf(await makeMember(workspaceId, 'owner', 'Olga'))
})

test('anyone makes a workspace and owns it', async () => {
  const user = await makeUser('Ada')
  const made = await createWorkspace(await actorOf(user), { id: v7(), name: 'Mine' })
  const actor = await actorOf(user)
  expect(await getWorkspace(actor, made.id)).toEqual(made)
  expect(await listWorkspaces(actor, { limit: 10 })).toEqual({ items: [made], next: null })
  expect((await listEvents(actor, 'workspace', made.id, { after: 0, limit: 1 })).items).toMatchObject([
    { seq: 1, kind: 'workspace.created' },
  ])
})

test('people list the workspaces that are theirs, by name, page by page', async () => {
  const user = await makeUser('Ada')
  for (const name of ['beta', 'Alpha', 'Gamma', 'alpha']) {
    await db.membership.create({
      data: { workspaceId: await makeWorkspace(name), userId: user.id, role: 'viewer' },
    })
  }
  const actor = await actorOf(user)
  const names = []
  let cursor: string | undefined
  do {
    const { items, next } = await listWorkspaces(actor, { limit: 3, cursor })
    names.push(...items.map(({ name }) => name.toLowerCase()))
    cursor = next ?? undefined
  } while (cursor)
  expect(names).toEqual(['alpha', 'alpha', 'beta', 'gamma'])
})

test('a stale rename gets both names, and overwrites nothing', async () => {
  expect(await renameWorkspace(owner, workspaceId, { version: 1, name: 'First' })).toMatchObject({ version: 2 })
  await expect(renameWorkspace(owner, workspaceId, { version: 1, name: 'Second' })).rejects.toMatchObject({
    kind: 'conflict',
    details: { theirs: { name: 'First', version: 2 }, yours: { name: 'Second' } },
  })
  expect(await getWorkspace(owner, workspaceId)).toMatchObject({ name: 'First' })
})

test('of two who rename at the same moment one is told of the other', async () => {
  const renames = ['One', 'Two'].map((name) => renameWorkspace(owner, workspaceId, { version: 1, name }))
  expect(await tally(renames)).toEqual({ done: 1, conflict: 1 })
})

test.each(ROLES)('%s: renames and invites as the policy says', async (role) => {
  const actor = await actorOf(await makeMember(workspaceId, role))
  const allowed: Record<Role, readonly Role[]> = {
    ...{ viewer: [], analyst: [], editor: [] },
    ...{ admin: ROLES.slice(0, 4), owner: ROLES },
  }
  const rename = renameWorkspace(actor, workspaceId, { version: 1, name: 'New' })
  if (allowed[role].length > 0) expect(await rename).toMatchObject({ name: 'New' })
  else await expect(rename).rejects.toMatchObject({ kind: 'forbidden' })
  for (const given of ROLES) {
    const invitation = createInvitation(actor, workspaceId, { id: v7(), role: given, note: '' })
    if (allowed[role].includes(given)) expect(await invitation).toMatchObject({ invitation: { role: given } })
    else await expect(invitation).rejects.toMatchObject({ kind: 'forbidden' })
  }
})

test('a link is shown once: the database holds its hash and nothing that leads back', async () => {
  const id = v7()
  const { link, invitation } = await createInvitation(
    { ...owner, write: { key: 'a key of mine', fingerprint: 'f' } },
    workspaceId,
    { id, role: 'analyst', note: 'for Nora' },
  )
  const token = secretOf(link)
  expect(link).toMatch(/^http:\/\/localhost:3000\/link#join=[\w-]{43}$/)
  expect(invitation).toMatchObject({ id, state: 'open', note: 'for Nora', createdBy: { name: 'Olga' } })
  const kept = [await db.invitation.findMany(), await db.idempotentAnswer.findMany(), await db.auditEntry.findMany()]
  expect(JSON.stringify(kept)).not.toContain(token)
})

test('a retry makes no second invitation, and gives the first a link that works', async () => {
  const draft = { id: v7(), role: 'analyst' as const, note: '' }
  const first = await createInvitation(owner, workspaceId, draft)
  const again = await createInvitation(owner, workspaceId, draft)
  expect(again.link).not.toBe(first.link)
  expect((await listInvitations(owner, workspaceId, { limit: 10 })).items).toHaveLength(1)
  const { items } = await listEvents(owner, 'workspace', workspaceId, { after: 0, limit: 10 })
  expect(items).toHaveLength(1)
})

test("nobody takes over someone else's invitation by its id", async () => {
  const draft = { id: v7(), role: 'analyst' as const, note: '' }
  await createInvitation(owner, workspaceId, draft)
  const admin = await actorOf(await makeMember(workspaceId, 'admin'))
  await expect(createInvitation(admin, workspaceId, draft)).rejects.toMatchObject({ kind: 'conflict' })
  await expect(createInvitation(owner, workspaceId, { ...draft, role: 'owner' })).rejects.toMatchObject({
    kind: 'conflict',
  })
})

test('invitations are listed newest first with what became of them, for those who manage members', async () => {
  const ids = []
  for (const role of ['viewer', 'analyst', 'editor'] as const) {
    const { invitation } = await createInvitation(owner, workspaceId, { id: v7(), role, note: role })
    ids.push(invitation.id)
  }
  await revokeInvitation(owner, workspaceId, ids[0] ?? '')
  await db.invitation.update({ where: { id: ids[1] ?? '' }, data: { expiresAt: new Date() } })
  const first = await listInvitations(owner, workspaceId, { limit: 2 })
  const rest = await listInvitations(owner, workspaceId, { limit: 2, cursor: first.next ?? '' })
  expect([...first.items, ...rest.items].map(({ note, state }) => [note, state])).toEqual([
    ['editor', 'open'],
    ['analyst', 'expired'],
    ['viewer', 'revoked'],
  ])
  expect(rest.next).toBeNull()
  const editor = await actorOf(await makeMember(workspaceId, 'editor'))
  await expect(listInvitations(editor, workspaceId, { limit: 2 })).rejects.toMatchObject({ kind: 'forbidden' })
})

test('an invitation is revoked once, by those who may give its role, and in its own workspace', async () => {
  const { invitation } = await createInvitation(owner, workspaceId, { id: v7(), role: 'owner', note: '' })
  const admin = await actorOf(await makeMember(workspaceId, 'admin'))
  const elsewhere = await makeWorkspace()
  const other = await actorOf(await makeMember(elsewhere, 'owner'))
  await expect(revokeInvitation(admin, workspaceId, invitation.id)).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(revokeInvitation(other, elsewhere, invitation.id)).rejects.toMatchObject({ kind: 'not-found' })
  await expect(revokeInvitation(other, workspaceId, invitation.id)).rejects.toMatchObject({ kind: 'not-found' })
  await revokeInvitation(owner, workspaceId, invitation.id)
  await expect(revokeInvitation(owner, workspaceId, invitation.id)).rejects.toMatchObject({ kind: 'conflict' })
})
