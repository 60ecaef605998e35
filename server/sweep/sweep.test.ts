import { expect, test } from 'vitest'
import { config } from '../config'
import { db } from '../db'
import { digest } from '../testing/digest'
import { actorOf, makeAnnotation, makeComment, makeDesk } from '../testing/make'
import { makeClaim } from '../testing/make-claims'
import { makePlace } from '../testing/make-place'
import { makeDocument, writing } from '../testing/make-world'
import { deleteComment } from '../threads/delete-comment'
import { trashDocument } from '../documents/change-document'
import { setRetention } from '../people/retention'
import { deleteWorkspace } from '../people/delete-workspace'
import { ORDER } from './remove-workspace'
import { sweep } from './sweep'

const DAY_MS = 24 * 60 * 60_000
const afterGrace = () => new Date(Date.now() + (config.workspaceGraceDays + 1) * DAY_MS)

async function doom() {
  const place = await makePlace()
  const owner = await actorOf({ id: place.ownerId, name: 'Olga' })
  await deleteWorkspace(writing(owner), place.workspaceId, { name: `Desk ${place.mark}` })
  return place
}

test('a deleted workspace goes when its grace is over, with all that was in it, and nothing else does', async () => {
  const place = await doom()
  const other = await makePlace()
  const scope = { workspaceIds: [other.workspaceId], userIds: [] }
  const before = await digest(scope)
  expect(await sweep()).toBe(true)
  expect(await db.workspace.count({ where: { id: place.workspaceId } })).toBe(1)

  expect(await sweep(afterGrace())).toBe(true)
  const left = await digest({ workspaceIds: [place.workspaceId], userIds: [] })
  expect(Object.entries(left).filter(([, hash]) => !hash.startsWith('0 '))).toEqual([])
  expect(await digest(scope)).toEqual({ ...before, WorkspaceExport: '0 ' })
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name::text AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`
  for (const { name } of tables.filter((table) => table.name !== 'User')) {
    const rows = await db.$queryRawUnsafe<unknown[]>(`SELECT 1 FROM "${name}" t WHERE t::text LIKE '%${place.mark}%' LIMIT 1`) // prettier-ignore
    expect(rows, name).toEqual([])
  }
})

test('every table of a workspace is in the order in which they go', async () => {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name::text AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'workspaceId'`
  expect(ORDER.map(({ table }) => table).toSorted()).toEqual(rows.map(({ name }) => name).toSorted())
})

test('what is frozen stays so for everybody else', async () => {
  const { documentId } = await makeDesk()
  await expect(db.documentVersion.deleteMany({ where: { documentId } })).rejects.toThrow(/frozen/)
})

test('of two who sweep at once one does', async () => {
  await doom()
  const swept = await Promise.all([sweep(afterGrace()), sweep(afterGrace())])
  expect(swept.filter(Boolean).length).toBeGreaterThan(0)
  expect(await db.workspace.count({ where: { deletedAt: { not: null } } })).toBe(0)
})

test('audit rows are kept as long as the workspace says, and answers as long as the installation does', async () => {
  const { workspaceId } = await makePlace()
  const count = () => db.auditEntry.count({ where: { workspaceId } })
  const [later, before] = [new Date(Date.now() + 40 * DAY_MS), await count()]
  expect(before).toBeGreaterThan(0)
  await sweep(later)
  expect(await count()).toBe(before)
  await db.workspace.update({ where: { id: workspaceId }, data: { auditDays: 60 } })
  await sweep(later)
  expect(await count()).toBe(before)
  await db.workspace.update({ where: { id: workspaceId }, data: { auditDays: 30 } })
  await sweep(later)
  expect(await count()).toBe(0)
  expect(await db.idempotentAnswer.count()).toBe(0)
})

test('what is in the trash goes after its days, with its talk; what a claim cites stays', async () => {
  const desk = await makeDesk()
  const owner = await actorOf(desk.owner)
  const { documentId: cited, ...rest } = await makeDocument(desk.projectId, desk.workspaceId, owner)
  const passage = await makeAnnotation(owner, { documentId: cited, ...rest }, 'deal')
  await makeClaim(owner, desk, [passage.id])
  const gone = await makeAnnotation(owner, desk, 'Ministers')
  await makeComment(owner, gone.id, 'Why?')
  const kept = await makeAnnotation(owner, { documentId: cited, ...rest }, 'tonnes')
  const said = await makeComment(owner, kept.id, 'Never mind.')
  await deleteComment(writing(owner), said.id)
  for (const id of [desk.documentId, cited]) await trashDocument(writing(owner), id)
  const later = new Date(Date.now() + 31 * DAY_MS)
  const left = () => db.document.findMany({ where: { id: { in: [desk.documentId, cited] } }, select: { id: true } })
  await sweep(later)
  expect(await left()).toHaveLength(2)

  await setRetention(writing(owner), desk.workspaceId, { trashDays: 30, auditDays: null })
  await sweep()
  expect(await left()).toHaveLength(2)
  await sweep(later)
  expect(await left()).toEqual([{ id: cited }])
  expect(await db.comment.count({ where: { id: said.id } })).toBe(0)
  expect(await db.annotation.count({ where: { id: { in: [gone.id, kept.id, passage.id] } } })).toBe(2)
  expect(await db.searchEntry.count({ where: { subject: { in: [desk.documentId, gone.id, said.id] } } })).toBe(0)
})
