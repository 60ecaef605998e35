import { beforeAll, expect, test } from 'vitest'
import { trashDocument } from '../documents/change-document'
import { makeFinding } from '../testing/make-findings'
import { makeDocument, makeWorld, writing, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { findDocumentFinding } from './find-document-finding'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

test('a document has no finding until someone begins one; then all who read the document find it', async () => {
  const { documentId } = world
  expect(await findDocumentFinding(world.vera, documentId)).toBeNull()
  const { id } = await makeFinding(world.ada, world, { documentId })
  expect(await findDocumentFinding(world.vera, documentId)).toBe(id)
  await expect(findDocumentFinding(world.otto, documentId)).rejects.toEqual(refused('not-found', /document/))
  const other = await makeDocument(world.projectId, world.workspaceId, world.olga)
  expect(await findDocumentFinding(world.vera, other.documentId)).toBeNull()
})

test('of a document in the trash, it is there for those alone who can bring that back', async () => {
  const { documentId } = await makeDocument(world.projectId, world.workspaceId, world.olga)
  const { id } = await makeFinding(world.ada, world, { documentId })
  await trashDocument(writing(world.edda), documentId)
  await expect(findDocumentFinding(world.ada, documentId)).rejects.toEqual(refused('not-found', /document/))
  expect(await findDocumentFinding(world.edda, documentId)).toBe(id)
})
