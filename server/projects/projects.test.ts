import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/domain/permissions/policy'
import { DEFAULT_LABELS } from '@/domain/projects/palette'
import { trashDocument } from '../documents/change-document'
import { db } from '../db'
import { makeWorld, writing, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { createProject } from './create-project'
import { listLabels } from './labels'
import { getProject, listProjects } from './list-projects'
import { updateProject } from './update-project'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const make = (by: Actor, name: string, id = v7()) =>
  createProject(writing(by), world.workspaceId, { id, name, description: '' })

test('a project starts with the default labels, in their order and with their keys', async () => {
  const project = await make(world.edda, 'Cobalt')
  expect(project).toMatchObject({ name: 'Cobalt', version: 1, documents: 0, workspaceId: world.workspaceId })
  expect(await getProject(world.vera, project.id)).toEqual(project)
  const { items } = await listLabels(world.vera, project.id, { limit: 50 })
  expect(items).toMatchObject(DEFAULT_LABELS.map((label, position) => ({ ...label, position, retired: false })))
  const events = await db.event.findMany({ where: { streamId: world.workspaceId, subject: project.id } })
  expect(events).toMatchObject([{ kind: 'project.created', actorId: world.edda.id }])
})

test('analysts and viewers make no projects; outsiders learn nothing', async () => {
  for (const by of [world.ada, world.vera]) await expect(make(by, 'Mine')).rejects.toEqual(refused('forbidden'))
  await expect(make(world.otto, 'Mine')).rejects.toEqual(refused('not-found'))
  await expect(listProjects(world.otto, world.workspaceId, { limit: 10 })).rejects.toEqual(refused('not-found'))
  await expect(getProject(world.otto, world.projectId)).rejects.toEqual(refused('not-found'))
  await expect(getProject(world.olga, v7())).rejects.toEqual(refused('not-found'))
})

test('projects come newest first, in pages, with the number of documents outside the trash', async () => {
  for (const name of ['One', 'Two', 'Three']) await make(world.edda, name)
  const whole = await listProjects(world.vera, world.workspaceId, { limit: 200 })
  expect(whole.items.slice(0, 3).map(({ name }) => name)).toEqual(['Three', 'Two', 'One'])
  const seen: string[] = []
  for (let cursor: string | undefined; ;) {
    const { items, next } = await listProjects(world.vera, world.workspaceId, { limit: 2, cursor })
    seen.push(...items.map(({ id }) => id))
    if (next === null) break
    cursor = next
  }
  expect(seen).toEqual(whole.items.map(({ id }) => id))
  expect((await getProject(world.vera, world.projectId)).documents).toBe(1)
  await trashDocument(writing(world.edda), world.documentId)
  expect((await getProject(world.vera, world.projectId)).documents).toBe(0)
})

test('a stale change of a project is refused with both texts', async () => {
  const { id } = await make(world.edda, 'Draft')
  const first = await updateProject(writing(world.edda), id, { version: 1, name: 'Theirs', description: 'Their words' })
  expect(first).toMatchObject({ name: 'Theirs', version: 2 })
  await expect(
    updateProject(writing(world.olga), id, { version: 1, name: 'Mine', description: 'My words' }),
  ).rejects.toMatchObject({
    kind: 'conflict',
    details: {
      theirs: { name: 'Theirs', description: 'Their words', version: 2 },
      yours: { name: 'Mine', description: 'My words' },
    },
  })
  expect(await getProject(world.vera, id)).toEqual(first)
  await expect(updateProject(writing(world.ada), id, { version: 2, name: 'x', description: '' })).rejects.toEqual(
    refused('forbidden'),
  )
})

test('by what rule findings are published is changed by editors, and stays where it is not named', async () => {
  const { id } = await make(world.edda, 'Rule')
  expect(await getProject(world.vera, id)).toMatchObject({ signOffs: 2, adjudicates: true })
  const change = (more: object, version: number) =>
    updateProject(writing(world.edda), id, { version, name: 'Rule', description: '', ...more })
  expect(await change({ signOffs: 3, adjudicates: false }, 1)).toMatchObject({ signOffs: 3, adjudicates: false })
  expect(await change({}, 2)).toMatchObject({ signOffs: 3, adjudicates: false, version: 3 })
  const { items } = await listProjects(world.vera, world.workspaceId, { limit: 1 })
  expect(items).toEqual([await getProject(world.vera, id)])
})

test('an id that another project has is refused, in any workspace', async () => {
  await expect(make(world.edda, 'Again', world.projectId)).rejects.toEqual(refused('conflict'))
})
