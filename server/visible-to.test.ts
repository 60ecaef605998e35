import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { canSee, type Actor, type Subject } from '@/domain/permissions/policy'
import { ROLES, type Role } from '@/domain/permissions/role'
import { createAnnotation } from './annotations/create-annotation'
import { db, sql, type Sql } from './db'
import { draftOn, makeActor, makeDocument, makeProject, noteOf } from './testing/make-world'
import { visibleTo } from './visible-to'

/** Each thing in the database with the facts that the policy turns on, by what kind it is. */
const things: Record<'project' | 'document' | 'annotation' | 'comment', { id: string; facts: Subject }[]> = {
  project: [],
  document: [],
  annotation: [],
  comment: [],
}
const workspaces = [v7(), v7()] as const
let authors: Actor[] = []

/** Of every kind of thing one: in each workspace, in and out of the trash, private and shared, by each author. */
beforeAll(async () => {
  for (const id of workspaces) await db.workspace.create({ data: { id, name: 'W' } })
  const everywhere = Object.fromEntries(workspaces.map((id) => [id, 'analyst' as const]))
  authors = await Promise.all(['Ada', 'Ben'].map((name) => makeActor(name, everywhere)))
  for (const workspaceId of workspaces) {
    const { projectId } = await makeProject(workspaceId, authors[0] as Actor)
    things.project.push({ id: projectId, facts: { workspaceId } })
    for (const trashed of [false, true]) {
      const document = await makeDocument(projectId, workspaceId, authors[0] as Actor)
      things.document.push({ id: document.documentId, facts: { workspaceId, trashed } })
      for (const visibility of ['team', 'private'] as const) {
        for (const author of authors) {
          const draft = draftOn(document, 'deal', { visibility, note: noteOf('Hm') })
          await createAnnotation(author, document.documentId, draft)
          const facts = { workspaceId, trashed, private: visibility === 'private', authorId: author.id }
          things.annotation.push({ id: draft.id, facts })
          things.comment.push({ id: draft.note?.id ?? '', facts })
        }
      }
      if (trashed) await db.document.update({ where: { id: document.documentId }, data: { trashedAt: new Date() } })
    }
  }
})

/** How lists find what an actor can see of each kind. */
const LISTS: Readonly<Record<keyof typeof things, (actor: Actor) => Sql>> = {
  project: (actor) => sql`SELECT p.id FROM "Project" p WHERE ${visibleTo.members(actor, 'p')}`,
  document: (actor) => sql`SELECT d.id FROM "Document" d WHERE ${visibleTo.document(actor, 'd')}`,
  annotation: (actor) => sql`
    SELECT a.id FROM "Annotation" a JOIN "Document" d ON d.id = a."documentId"
    WHERE ${visibleTo.annotation(actor, 'a')} AND ${visibleTo.document(actor, 'd')}`,
  comment: (actor) => sql`
    SELECT c.id FROM "Comment" c JOIN "Annotation" a ON a.id = c."threadId" JOIN "Document" d ON d.id = a."documentId"
    WHERE ${visibleTo.annotation(actor, 'a')} AND ${visibleTo.document(actor, 'd')}`,
}

const standings: (Role | null)[] = [null, ...ROLES]
const pairs = standings.flatMap((here) => standings.map((there) => [here, there] as const))

test.each(pairs)('as %s here and %s there, lists admit exactly what the policy does', async (here, there) => {
  const roles = new Map(
    [here && [workspaces[0], here], there && [workspaces[1], there]].filter((it) => it !== null) as [string, Role][],
  )
  for (const id of [...authors.map((author) => author.id), v7()]) {
    const actor: Actor = { id, name: 'Someone', sessionId: id, roles }
    for (const [kind, list] of Object.entries(LISTS) as [keyof typeof things, (actor: Actor) => Sql][]) {
      const listed = await db.$queryRaw<{ id: string }[]>(list(actor))
      const seen = things[kind].filter(({ facts }) => canSee(actor, facts))
      expect(listed.map((row) => row.id).sort(), kind).toEqual(seen.map((thing) => thing.id).sort())
    }
  }
})

test('the table of things is not empty, and somebody sees a part of each', () => {
  expect(Object.values(things).map(({ length }) => length)).toEqual([2, 4, 16, 16])
})
