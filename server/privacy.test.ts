import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { DOCUMENT_SORTS } from '@/domain/documents/document'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { createAnnotation } from './annotations/create-annotation'
import { deleteAnnotation, restoreAnnotation } from './annotations/delete-annotation'
import { getAnnotation } from './annotations/get-annotation'
import { listAnnotations } from './annotations/list-annotations'
import { listSpans } from './annotations/list-spans'
import { listTags } from './annotations/list-tags'
import { shareAnnotation } from './annotations/share-annotation'
import { updateAnnotation } from './annotations/update-annotation'
import { getDocument, listDocuments } from './documents/list-documents'
import { listVersions } from './documents/list-versions'
import { listEvents } from './list-events'
import { listMembers } from './people/members'
import { getWorkspace, listWorkspaces } from './people/workspaces'
import { listLabels } from './projects/labels'
import { getProject, listProjects } from './projects/list-projects'
import { draftOn, makeWorld, noteOf, says, writing, type World } from './testing/make-world'
import { createComment } from './threads/create-comment'
import { deleteComment, restoreComment } from './threads/delete-comment'
import { editComment } from './threads/edit-comment'
import { getThread } from './threads/get-thread'
import { listComments } from './threads/list-comments'
import { listRevisions } from './threads/list-revisions'
import { reopenThread, resolveThread } from './threads/resolve-thread'

/*
 * The proof of privacy: the database as it is before someone's private work, and after it, gives everyone else the same
 * answers to the last byte, and the same refusals. A new service that reads is added here by a line.
 */

let world: World
/** Ada's private annotation; its ids are known before it is made, as if they had leaked. */
const secret = { annotation: v7(), note: v7(), reply: v7(), gone: v7() }

type Read = (actor: Actor, limit: number) => Promise<unknown>

const list = { sort: 'position' } as const
const READS: Record<string, Read> = {
  workspaces: (actor, limit) => listWorkspaces(actor, { limit }),
  workspace: (actor) => getWorkspace(actor, world.workspaceId),
  members: (actor, limit) => listMembers(actor, world.workspaceId, { limit }),
  'events of the workspace': (actor, limit) => listEvents(actor, 'workspace', world.workspaceId, { limit, after: 0 }),
  projects: (actor, limit) => listProjects(actor, world.workspaceId, { limit }),
  project: (actor) => getProject(actor, world.projectId),
  labels: (actor, limit) => listLabels(actor, world.projectId, { limit }),
  tags: (actor, limit) => listTags(actor, world.projectId, { limit, prefix: '' }),
  'tags by prefix': (actor, limit) => listTags(actor, world.projectId, { limit, prefix: 's' }),
  'events of the project': (actor, limit) => listEvents(actor, 'project', world.projectId, { limit, after: 0 }),
  ...Object.fromEntries(
    DOCUMENT_SORTS.map((sort): [string, Read] => [
      `documents by ${sort}`,
      (actor, limit) =>
        listDocuments(actor, world.projectId, { sort, order: 'desc', text: '', trashed: 'false', limit }),
    ]),
  ),
  document: (actor) => getDocument(actor, world.documentId),
  versions: (actor, limit) => listVersions(actor, world.documentId, { limit }),
  'events of the document': (actor, limit) => listEvents(actor, 'document', world.documentId, { limit, after: 0 }),
  'own events': (actor, limit) => listEvents(actor, 'person', actor.id, { limit, after: 0 }),
  'events of another person': (actor, limit) => listEvents(actor, 'person', world.ada.id, { limit, after: 0 }),
  spans: (actor) => listSpans(actor, world.documentId, {}),
  'spans by a label': (actor) => listSpans(actor, world.documentId, { label: world.labelIds[0] }),
  'spans of an author': (actor) => listSpans(actor, world.documentId, { author: world.ada.id }),
  annotations: (actor, limit) => listAnnotations(actor, world.documentId, { ...list, limit }),
  'annotations by activity': (actor, limit) => listAnnotations(actor, world.documentId, { sort: 'activity', limit }),
  'annotations by text': (actor, limit) => listAnnotations(actor, world.documentId, { ...list, limit, text: 'secret' }),
  'annotations by tag': (actor, limit) => listAnnotations(actor, world.documentId, { ...list, limit, tag: 'secret' }),
  'annotations by id': (actor, limit) =>
    listAnnotations(actor, world.documentId, { ...list, limit, ids: [secret.annotation] }),
  'private annotations': (actor, limit) =>
    listAnnotations(actor, world.documentId, { ...list, limit, visibility: 'private' }),
  annotation: (actor) => getAnnotation(actor, secret.annotation),
  'annotation that was deleted': (actor) => getAnnotation(actor, secret.gone),
  thread: (actor) => getThread(actor, secret.annotation),
  comments: (actor, limit) => listComments(actor, secret.annotation, { limit }),
  revisions: (actor, limit) => listRevisions(actor, secret.note, { limit }),
}

type Attempt = (actor: Actor) => Promise<unknown>

/** What others might try on it: each answer is the one for what does not exist. */
const ATTEMPTS: Record<string, Attempt> = {
  update: (actor) => updateAnnotation(actor, secret.annotation, { version: 1, labelId: null, tags: [] }),
  share: (actor) => shareAnnotation(actor, secret.annotation),
  delete: (actor) => deleteAnnotation(actor, secret.annotation),
  restore: (actor) => restoreAnnotation(actor, secret.gone),
  reply: (actor) => createComment(actor, secret.annotation, { ...noteOf('x'), parentId: secret.note }),
  resolve: (actor) => resolveThread(actor, secret.annotation, ''),
  reopen: (actor) => reopenThread(actor, secret.annotation),
  'edit a comment': (actor) => editComment(actor, secret.note, { version: 2, json: says('x') }),
  'delete a comment': (actor) => deleteComment(actor, secret.note),
  'restore a comment': (actor) => restoreComment(actor, secret.reply),
}

const others = () => [world.olga, world.edda, world.ben, world.vera, world.otto]
let before: Map<string, string>
let after: Map<string, string>
let ownBefore: Map<string, string>
let ownAfter: Map<string, string>

beforeAll(async () => {
  world = await makeWorld()
  const shared = { labelId: world.labelIds[0], tags: ['shared'], note: noteOf('For all') }
  const { id } = await createAnnotation(writing(world.ada), world.documentId, draftOn(world, 'Critics', shared))
  await createAnnotation(writing(world.ben), world.documentId, draftOn(world, 'deal', { tags: ['deal'] }))
  await createComment(writing(world.ben), id, { ...noteOf('Agreed'), parentId: null })
  ;[before, ownBefore] = [await answers(others()), await answers([world.ada])]
  await workInPrivate()
  ;[after, ownAfter] = [await answers(others()), await answers([world.ada])]
})

/** Everything that an author can do in private: it must move nothing that others see. */
async function workInPrivate(): Promise<void> {
  const ada = () => writing(world.ada)
  const hidden = { visibility: 'private' as const, labelId: world.labelIds[0], tags: ['secret', 'shared'] }
  const note = { id: secret.note, json: says('a secret note') }
  await createAnnotation(ada(), world.documentId, draftOn(world, 'annex', { ...hidden, id: secret.annotation, note }))
  await createAnnotation(ada(), world.documentId, draftOn(world, 'annex', { ...hidden, id: secret.gone }))
  await createComment(ada(), secret.annotation, { id: secret.reply, parentId: secret.note, json: says('more') })
  await editComment(ada(), secret.note, { version: 1, json: says('a secret, edited') })
  await deleteComment(ada(), secret.reply)
  await restoreComment(ada(), secret.reply)
  await deleteComment(ada(), secret.reply)
  await resolveThread(ada(), secret.annotation, 'settled with myself')
  await reopenThread(ada(), secret.annotation)
  await updateAnnotation(ada(), secret.annotation, { version: 1, labelId: null, tags: ['secret'] })
  await deleteAnnotation(ada(), secret.annotation)
  await restoreAnnotation(ada(), secret.annotation)
  await deleteAnnotation(ada(), secret.gone)
}

/** Every answer and refusal that these people get, as bytes. */
async function answers(people: Actor[]): Promise<Map<string, string>> {
  const given = new Map<string, string>()
  for (const actor of people) {
    for (const [name, read] of Object.entries(READS)) {
      for (const limit of [1, 50]) given.set(`${actor.name}: ${name}, ${limit}`, await outcome(read(actor, limit)))
    }
  }
  return given
}

async function outcome(answer: Promise<unknown>): Promise<string> {
  try {
    return JSON.stringify(await answer)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return JSON.stringify({ refused: error.kind, message: error.message, details: error.details })
  }
}

test.each(Object.keys(READS))('another’s private work changes nothing in: %s', (name) => {
  const [asked, told] = [before, after].map((given) => [...given].filter(([key]) => key.includes(`: ${name},`)))
  expect(asked).toHaveLength(others().length * 2)
  expect(told).toEqual(asked)
})

test('its author does see it, wherever there is something to see', () => {
  const changed = [...ownAfter].filter(([key, answer]) => ownBefore.get(key) !== answer).map(([key]) => key)
  const seen = [
    'own events',
    'tags',
    'document',
    'spans',
    'annotations',
    'annotation',
    'thread',
    'comments',
    'revisions',
  ]
  for (const name of seen)
    expect(
      changed.some((key) => key.startsWith(`Ada: ${name},`)),
      name,
    ).toBe(true)
})

test.each(Object.keys(ATTEMPTS))(
  'others who try to %s are told that it does not exist, and change nothing',
  async (name) => {
    for (const actor of others()) {
      const told = await outcome((ATTEMPTS[name] as Attempt)(writing(actor)))
      expect(JSON.parse(told)).toMatchObject({ refused: 'not-found', details: {} })
    }
    expect(await answers([world.ada])).toEqual(ownAfter)
  },
)

test('what the team does next is numbered as if nothing had happened', async () => {
  await createAnnotation(writing(world.ben), world.documentId, draftOn(world, 'tonnes'))
  const { items } = await listEvents(world.vera, 'document', world.documentId, { limit: 50, after: 0 })
  expect(items.map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
})
