import { beforeEach, expect, test } from 'vitest'
import { findActor as findHolder } from '../auth'
import type { Actor } from '@/domain/permissions/policy'
import { db } from '../db'
import { listNotifications } from '../notifications/list-notifications'
import { getProject } from '../projects/list-projects'
import { makeDesk, makeMember, signIn, type MadeUser } from '../testing/make'
import { makeInvitation } from '../testing/make-place'
import { writing } from '../testing/make-world'
import { refused } from '../testing/refused'
import { findActor } from './actor-of'
import { deleteWorkspace, restoreWorkspace } from './delete-workspace'
import { findOffer } from './join'
import { changeRole } from './members'
import { getWorkspace, listWorkspaces, renameWorkspace } from './workspaces'

let desk: Awaited<ReturnType<typeof makeDesk>>
let owner: Actor
let ben: Actor

/** Someone as the door brings them in. */
async function enter(user: MadeUser): Promise<Actor> {
  const actor = await findHolder((await signIn(user)).value)
  if (!actor) throw new Error('nobody')
  return actor
}

beforeEach(async () => {
  desk = await makeDesk()
  owner = await enter(desk.owner)
  ben = await enter(await makeMember(desk.workspaceId, 'admin', 'Ben'))
})

const remove = () => deleteWorkspace(writing(owner), desk.workspaceId, { name: 'Analysts' })
const again = async ({ id, name }: Actor) => enter({ id, name, email: '' })

test('it is deleted by its name and by owners only', async () => {
  await expect(deleteWorkspace(writing(owner), desk.workspaceId, { name: 'analysts' })).rejects.toEqual(refused('invalid', /Type “Analysts”/)) // prettier-ignore
  await expect(deleteWorkspace(writing(ben), desk.workspaceId, { name: 'Analysts' })).rejects.toEqual(refused('forbidden')) // prettier-ignore
  expect((await remove()).goesAt).not.toBeNull()
})

test('members find it no more; an owner reads it, changes nothing, and is told', async () => {
  const other = await enter(await makeMember(desk.workspaceId, 'owner', 'Other'))
  const { invitationId, token } = await makeInvitation({ ...desk, mark: '', scrap: '', ownerId: owner.id } as never, 'viewer') // prettier-ignore
  await remove()
  const [ben2, owner2, other2] = [await again(ben), await again(owner), await again(other)]
  await expect(getWorkspace(ben2, desk.workspaceId)).rejects.toEqual(refused('not-found'))
  expect((await listWorkspaces(ben2, { limit: 10 })).items).toEqual([])
  expect((await findActor(ben.id))?.roles.size).toBe(0)
  expect((await getProject(owner2, desk.projectId)).id).toBe(desk.projectId)
  expect((await listWorkspaces(owner2, { limit: 10 })).items).toMatchObject([{ id: desk.workspaceId, role: 'viewer' }])
  await expect(renameWorkspace(writing(owner2), desk.workspaceId, { version: 1, name: 'x' })).rejects.toEqual(refused('forbidden')) // prettier-ignore
  // Who was let in before and asks within the same moment is judged by what is so now.
  await expect(changeRole(writing(owner), desk.workspaceId, ben.id, 'viewer')).rejects.toEqual(refused('not-found'))
  expect((await listNotifications(other2, { limit: 5, unread: 'true' })).items[0]).toMatchObject({ kind: 'workspace-deleted' }) // prettier-ignore
  expect(await findOffer(token)).toBeNull()
  expect(invitationId).toBeDefined()
})

test('an owner brings it back with everything; nobody else can', async () => {
  await remove()
  await expect(restoreWorkspace(writing(await again(ben)), desk.workspaceId)).rejects.toEqual(refused('not-found'))
  const back = await restoreWorkspace(writing(await again(owner)), desk.workspaceId)
  expect(back).toMatchObject({ role: 'owner', goesAt: null })
  expect((await getProject(await again(ben), desk.projectId)).id).toBe(desk.projectId)
  expect(await db.auditEntry.findMany({ where: { workspaceId: desk.workspaceId, action: { startsWith: 'workspace.' } }, orderBy: { id: 'asc' } })).toMatchObject([{ action: 'workspace.deleted' }, { action: 'workspace.restored' }]) // prettier-ignore
})

test('when its time is over nobody brings it back', async () => {
  await remove()
  await db.workspace.update({ where: { id: desk.workspaceId }, data: { deletedAt: new Date('2026-01-01') } })
  const late = restoreWorkspace(writing(await again(owner)), desk.workspaceId)
  await expect(late).rejects.toEqual(refused('conflict', /is over/))
})
