import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Activity } from '@/domain/activity/activity'
import { sentence } from '@/domain/activity/sentence'
import type { Actor } from '@/domain/permissions/policy'
import { createAnnotation } from '../annotations/create-annotation'
import { deleteAnnotation } from '../annotations/delete-annotation'
import { trashDocument, updateDocument } from '../documents/change-document'
import { createProject } from '../projects/create-project'
import { createLabel } from '../projects/labels'
import { makeClaim } from '../testing/make-claims'
import { draftOn, makeActor, makeDocument, makeWorld, noteOf, writing, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { createComment } from '../threads/create-comment'
import { react } from '../threads/react'
import { resolveThread } from '../threads/resolve-thread'
import { listDocumentActivity, listProjectActivity } from './list-activity'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const said = ({ items }: { items: Activity[] }) =>
  items.map((item) => {
    const { before, it, after } = sentence(item)
    return `${item.by.name} ${before}${item.about ? `[${it}]` : it}${after}`
  })
const inProject = async (by: Actor) => said(await listProjectActivity(by, world.projectId, { limit: 100 }))
const inDocument = async (by: Actor) => said(await listDocumentActivity(by, world.documentId, { limit: 100 }))

describe('what happened', () => {
  let annotationId: string
  let commentId: string
  beforeAll(async () => {
    const note = noteOf('How many?')
    annotationId = (await createAnnotation(writing(world.ada), world.documentId, draftOn(world, '40,000 tonnes', { note }))).id // prettier-ignore
    commentId = note.id
    await createComment(writing(world.ben), annotationId, { ...noteOf('Fewer.'), parentId: null })
    await react(writing(world.edda), commentId, 'agree')
    await resolveThread(writing(world.ada), annotationId, 'Settled')
    await makeClaim(world.ben, world, [annotationId], { statement: 'The deal names a quantity.' })
  })

  test('is told newest first, by whom and of what', async () => {
    expect(await inDocument(world.vera)).toEqual([
      'Ben proposed the claim [The deal names a quantity.]',
      'Ada resolved the thread about [40,000 tonnes]',
      'Edda reacted to a comment about [40,000 tonnes]',
      'Ben wrote about [40,000 tonnes]',
      'Ada annotated [40,000 tonnes]',
    ])
  })

  test('in a project is what happened in its documents and claims, each deed once', async () => {
    const all = await inProject(world.vera)
    expect(all.filter((each) => each.includes('The deal names'))).toEqual([
      'Ben proposed the claim [The deal names a quantity.]',
    ])
    expect(all.slice(1)).toEqual((await inDocument(world.vera)).slice(1))
  })

  test('names its document, and leads to what it is about', async () => {
    const { items } = await listProjectActivity(world.vera, world.projectId, { limit: 100 })
    const annotated = items.find(({ kind }) => kind === 'annotation.created')
    expect(annotated).toMatchObject({
      about: { topic: 'annotation', href: `/a/${annotationId}` },
      document: { id: world.documentId },
    })
  })

  test('comes in pages that go through everything once', async () => {
    const seen: Activity[] = []
    let cursor: string | undefined
    do {
      const page = await listProjectActivity(world.vera, world.projectId, { limit: 2, cursor })
      seen.push(...page.items)
      cursor = page.next ?? undefined
    } while (cursor)
    const { items } = await listProjectActivity(world.vera, world.projectId, { limit: 100 })
    expect(seen).toEqual(items)
  })
})

test('how a project, its labels and its documents came to be is told in it', async () => {
  const { ada, edda, workspaceId } = world
  const made = await createProject(writing(edda), workspaceId, { id: v7(), name: 'Beside', description: '' })
  const { documentId } = await makeDocument(made.id, workspaceId, edda)
  await updateDocument(writing(edda), documentId, { version: 1, title: 'Annex' })
  const label = { id: v7(), name: 'Doubt', description: '', color: 'teal', shortcut: null } as const
  await createLabel(writing(edda), made.id, label)
  expect(said(await listProjectActivity(ada, made.id, { limit: 9 }))).toEqual([
    'Edda added the label [Doubt]',
    'Edda renamed [Annex]',
    'Edda made the project [Beside]',
  ])
  expect(said(await listDocumentActivity(ada, documentId, { limit: 9 }))).toEqual(['Edda renamed [Annex]'])
})

test('what is gone is told without its words, and what is private not at all', async () => {
  const before = await inProject(world.vera)
  const alone = draftOn(world, 'Critics', { visibility: 'private', note: noteOf('Mine') })
  await createAnnotation(writing(world.ada), world.documentId, alone)
  expect(await inProject(world.vera)).toEqual(before)
  expect(await inProject(world.ada)).toEqual(before)
  const gone = draftOn(world, 'Critics')
  await createAnnotation(writing(world.ada), world.documentId, gone)
  await deleteAnnotation(writing(world.ada), gone.id)
  expect((await inProject(world.vera)).slice(0, 2)).toEqual([
    'Ada deleted the annotation of a passage',
    'Ada annotated a passage',
  ])
})

test('a document in the trash is there for those who can take it out, and its stream too', async () => {
  const { documentId } = await makeDocument(world.projectId, world.workspaceId, world.olga, ['A leaf of paper'])
  await trashDocument(writing(world.edda), documentId)
  expect((await inProject(world.edda))[0]).toMatch(/^Edda moved \[.*\] to the trash$/)
  expect((await inProject(world.vera))[0]).toBe('Edda moved a document to the trash')
  await expect(listDocumentActivity(world.vera, documentId, { limit: 9 })).rejects.toEqual(refused('not-found'))
})

test('a stranger finds no project', async () => {
  const stranger = await makeActor('Sten', {})
  await expect(listProjectActivity(stranger, world.projectId, { limit: 9 })).rejects.toEqual(refused('not-found'))
})
