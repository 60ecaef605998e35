import { createHash } from 'node:crypto'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { DOCUMENT_SORTS } from '@/domain/documents/document'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { listDocumentActivity, listProjectActivity } from './activity/list-activity'
import { createAnnotation } from './annotations/create-annotation'
import { deleteAnnotation, restoreAnnotation } from './annotations/delete-annotation'
import { getAnnotation } from './annotations/get-annotation'
import { listAnnotations } from './annotations/list-annotations'
import { listSpans } from './annotations/list-spans'
import { listTags } from './annotations/list-tags'
import { shareAnnotation } from './annotations/share-annotation'
import { updateAnnotation } from './annotations/update-annotation'
import { auditFile } from './audit/audit-file'
import { listAudit } from './audit/list-audit'
import { listClaimMarks } from './claims/list-claim-marks'
import { listClaims } from './claims/list-claims'
import { listRelations } from './claims/list-relations'
import { listSimilarClaims } from './claims/list-similar-claims'
import { readCoverage } from './claims/read-coverage'
import { projectAgreement } from './disagreement/project-agreement'
import { getDocument, listDocuments } from './documents/list-documents'
import { listVersions } from './documents/list-versions'
import { listSources } from './evidence/list-sources'
import { listCorrections } from './findings/list-corrections'
import { listFindings } from './findings/list-findings'
import { readScores } from './findings/read-scores'
import { listEvents } from './list-events'
import { countUnread, listNotifications } from './notifications/list-notifications'
import { listMembers } from './people/members'
import { listProjectPeople } from './people/project-people'
import { getWorkspace, listWorkspaces } from './people/workspaces'
import { listLabelUses } from './projects/label-uses'
import { listLabels } from './projects/labels'
import { getProject, listProjects } from './projects/list-projects'
import { listRounds } from './reviews/list-rounds'
import { getPhase, listPhases } from './seals/list-phases'
import { search } from './search/search'
import { openPhase } from './seals/open-phase'
import { workspaceArchive } from './takeout/workspace-archive'
import { listWaiting } from './waiting/list-waiting'
import { revealPhase } from './seals/reveal-phase'
import { listTokens } from './tokens/list-tokens'
import { listWebhooks } from './webhooks/list-webhooks'
import { makeClaim, makeRelation } from './testing/make-claims'
import { calling, draftOn, makeActor, makeWorld, noteOf, says, writing, type World } from './testing/make-world'
import { assignThread } from './threads/assign-thread'
import { createComment } from './threads/create-comment'
import { deleteComment, restoreComment } from './threads/delete-comment'
import { editComment } from './threads/edit-comment'
import { getThread } from './threads/get-thread'
import { listComments } from './threads/list-comments'
import { listRevisions } from './threads/list-revisions'
import { markSeen } from './threads/mark-seen'
import { react, unreact } from './threads/react'
import { reopenThread, resolveThread } from './threads/resolve-thread'

/*
 * The proof of privacy: the database as it is before someone's private work, or what they do under a seal, and after it,
 * gives everyone else the same answers to the last byte, and the same refusals. A new service that reads is added here by
 * a line.
 */

/** What Ada makes, whose ids are known before it is made, as if they had leaked; `aside` is said in others' threads. */
const makeSecret = () => ({ annotation: v7(), note: v7(), reply: v7(), gone: v7(), aside: v7(), silent: v7() })
type Secret = ReturnType<typeof makeSecret>

let world: World
/** Someone of the one role that the world has not. */
let alma: Actor
/**
 * What is there for all: an annotation of Ada's with a talk, in which a comment is gone and its one reply too; one of
 * Ben's that nobody has answered yet; and later a phase.
 */
const shared = { talk: v7(), silent: v7(), agreed: v7(), gone: v7(), phase: v7() }

type Read = (actor: Actor, limit: number, secret: Secret) => Promise<unknown>

/** Everything of the workspace that someone may take out, by its hash. */
async function takenOut(actor: Actor): Promise<string> {
  authorise(actor, 'workspace:export', { workspaceId: world.workspaceId }, 'workspace')
  const hash = createHash('sha256')
  const about = { id: world.workspaceId, name: 'Analysts', at: new Date('2026-01-01') }
  for await (const piece of workspaceArchive(actor, about)) hash.update(piece)
  return hash.digest('hex')
}

const list = { sort: 'position' } as const
const READS: Record<string, Read> = {
  workspaces: (actor, limit) => listWorkspaces(actor, { limit }),
  workspace: (actor) => getWorkspace(actor, world.workspaceId),
  members: (actor, limit) => listMembers(actor, world.workspaceId, { limit }),
  'events of the workspace': (actor, limit) => listEvents(actor, 'workspace', world.workspaceId, { limit, after: 0 }),
  'activity of the project': (actor, limit) => listProjectActivity(actor, world.projectId, { limit }),
  'activity of the document': (actor, limit) => listDocumentActivity(actor, world.documentId, { limit }),
  projects: (actor, limit) => listProjects(actor, world.workspaceId, { limit }),
  project: (actor) => getProject(actor, world.projectId),
  labels: (actor, limit) => listLabels(actor, world.projectId, { limit }),
  'uses of labels': (actor, limit) => listLabelUses(actor, world.projectId, { limit }),
  phases: (actor, limit) => listPhases(actor, world.projectId, { limit }),
  phase: (actor) => getPhase(actor, shared.phase),
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
  'audit log': (actor, limit) => listAudit(actor, world.workspaceId, { limit }),
  'audit log of the author': (actor, limit) => listAudit(actor, world.workspaceId, { person: world.ada.id, limit }),
  'audit file': (actor, limit) => auditFile(actor, world.workspaceId, {}, limit),
  'everything taken out': (actor) => takenOut(actor),
  'own events': (actor, limit) => listEvents(actor, 'person', actor.id, { limit, after: 0 }),
  'events of another person': (actor, limit) => listEvents(actor, 'person', world.ada.id, { limit, after: 0 }),
  spans: (actor) => listSpans(actor, world.documentId, {}),
  'spans by a label': (actor) => listSpans(actor, world.documentId, { label: world.labelIds[0] }),
  'spans of an author': (actor) => listSpans(actor, world.documentId, { author: world.ada.id }),
  annotations: (actor, limit) => listAnnotations(actor, world.documentId, { ...list, limit }),
  'annotations by activity': (actor, limit) => listAnnotations(actor, world.documentId, { sort: 'activity', limit }),
  'annotations by text': (actor, limit) => listAnnotations(actor, world.documentId, { ...list, limit, text: 'secret' }),
  'annotations by tag': (actor, limit) => listAnnotations(actor, world.documentId, { ...list, limit, tag: 'secret' }),
  'annotations by id': (actor, limit, { annotation }) =>
    listAnnotations(actor, world.documentId, { ...list, limit, ids: [annotation] }),
  'private annotations': (actor, limit) =>
    listAnnotations(actor, world.documentId, { ...list, limit, visibility: 'private' }),
  annotation: (actor, _, { annotation }) => getAnnotation(actor, annotation),
  'annotation that was deleted': (actor, _, { gone }) => getAnnotation(actor, gone),
  'shared annotation': (actor) => getAnnotation(actor, shared.talk),
  thread: (actor, _, { annotation }) => getThread(actor, annotation),
  comments: (actor, limit, { annotation }) => listComments(actor, annotation, { limit }),
  revisions: (actor, limit, { note }) => listRevisions(actor, note, { limit }),
  'shared thread': (actor) => getThread(actor, shared.talk),
  'shared comments': (actor, limit) => listComments(actor, shared.talk, { limit }),
  'revisions in a shared thread': (actor, limit, { aside }) => listRevisions(actor, aside, { limit }),
  claims: (actor, limit) => listClaims(actor, world.projectId, { sort: 'activity', text: '', waiting: 'false', limit }),
  'claims with a word': (actor, limit) =>
    listClaims(actor, world.projectId, { sort: 'created', text: 'secret', waiting: 'false', limit }),
  'similar claims': (actor, limit) =>
    listSimilarClaims(actor, world.projectId, { statement: 'A secret claim.', limit }),
  'claim marks': (actor, limit) => listClaimMarks(actor, world.documentId, { limit }),
  coverage: (actor, limit) => readCoverage(actor, world.documentId, { limit }),
  relations: (actor, limit) => listRelations(actor, world.projectId, { limit }),
  rounds: (actor, limit) => listRounds(actor, world.projectId, { waiting: 'false', limit }),
  sources: (actor, limit) => listSources(actor, world.projectId, { text: '', limit }),
  findings: (actor, limit) => listFindings(actor, world.projectId, { limit }),
  corrections: (actor, limit) => listCorrections(actor, world.projectId, { limit }),
  scores: (actor) => readScores(actor, world.projectId),
  agreement: (actor) => projectAgreement(actor, world.projectId),
  'silent thread': (actor) => getThread(actor, shared.silent),
  notifications: (actor, limit) => listNotifications(actor, { limit, unread: 'false' }),
  'unread notifications': (actor, limit) => listNotifications(actor, { limit, unread: 'true' }),
  'count of unread notifications': (actor) => countUnread(actor),
  waiting: (actor) => listWaiting(actor),
  tokens: (actor, limit) => listTokens(actor, { limit }),
  webhooks: (actor, limit) => listWebhooks(actor, world.workspaceId, { limit }),
  people: (actor, limit) => listProjectPeople(actor, world.projectId, { limit, text: '' }),
  'silent comments': (actor, limit) => listComments(actor, shared.silent, { limit }),
}

/** What is searched for: what the secret says, and what it says as others do; whole words, parts of words, and phrases. */
const looks = ['secret', 'shared', 'annex or secret', 'ecre', '"a secret"', 'deal -secret']
for (const q of looks) READS[`search for ${q}`] = (actor, limit) => search(actor, { q, limit })
READS['search for comments of an author'] = (actor, limit) => search(actor, { q: 'annex or secret', kind: 'comment', author: world.ada.id, limit }) // prettier-ignore

type Attempt = (actor: Actor, secret: Secret) => Promise<unknown>

/** What others might try on it. */
const ATTEMPTS: Record<string, Attempt> = {
  update: (actor, { annotation }) => updateAnnotation(actor, annotation, { version: 1, labelId: null, tags: [] }),
  share: (actor, { annotation }) => shareAnnotation(actor, annotation),
  delete: (actor, { annotation }) => deleteAnnotation(actor, annotation),
  restore: (actor, { gone }) => restoreAnnotation(actor, gone),
  reply: (actor, { annotation, note }) => createComment(actor, annotation, { ...noteOf('x'), parentId: note }),
  resolve: (actor, { annotation }) => resolveThread(actor, annotation, ''),
  reopen: (actor, { annotation }) => reopenThread(actor, annotation),
  assign: (actor, { annotation }) => assignThread(actor, annotation, { version: 1, assigneeId: null, dueOn: '' }),
  see: (actor, { annotation }) => markSeen(actor, annotation),
  'edit a comment': (actor, { note }) => editComment(actor, note, { version: 2, json: says('x') }),
  'delete a comment': (actor, { note }) => deleteComment(actor, note),
  'restore a comment': (actor, { reply }) => restoreComment(actor, reply),
  'react to a comment': (actor, { note }) => react(actor, note, 'agree'),
  'react to an aside': (actor, { aside }) => react(actor, aside, 'agree'),
  'reply to an aside': (actor, { aside }) => createComment(actor, shared.talk, { ...noteOf('x'), parentId: aside }),
  'edit an aside': (actor, { aside }) => editComment(actor, aside, { version: 2, json: says('x') }),
  'delete an aside': (actor, { aside }) => deleteComment(actor, aside),
}

const others = () => [world.olga, alma, world.edda, world.ben, world.vera, world.otto]
const ada = () => writing(world.ada)

beforeAll(async () => {
  world = await makeWorld()
  alma = await makeActor('Alma', { [world.workspaceId]: 'admin' })
  const talk = { id: shared.talk, labelId: world.labelIds[0], tags: ['shared'], note: noteOf('For all') }
  await createAnnotation(ada(), world.documentId, draftOn(world, 'Critics', talk))
  const silent = { id: shared.silent, tags: ['deal'] }
  await createAnnotation(writing(world.ben), world.documentId, draftOn(world, 'deal', silent))
  await createComment(writing(world.ben), shared.talk, { ...noteOf('Agreed'), id: shared.agreed, parentId: null })
  const doubt = { ...noteOf('Or not'), parentId: null }
  await createComment(writing(world.ben), shared.talk, doubt)
  await createComment(writing(world.ben), shared.talk, { ...noteOf('No'), id: shared.gone, parentId: doubt.id })
  for (const id of [shared.gone, doubt.id]) await deleteComment(writing(world.ben), id)
})

/** Everything that an author can do with what is theirs alone: it must move nothing that others see. */
async function workAlone(secret: Secret, visibility: 'private' | 'team'): Promise<void> {
  const hidden = { visibility, labelId: world.labelIds[0], tags: ['secret', 'shared'] }
  const note = { id: secret.note, json: calling('a secret note', world.ben.id) }
  await createAnnotation(ada(), world.documentId, draftOn(world, 'annex', { ...hidden, id: secret.annotation, note }))
  await createAnnotation(ada(), world.documentId, draftOn(world, 'annex', { ...hidden, id: secret.gone }))
  await createComment(ada(), secret.annotation, {
    id: secret.reply,
    parentId: secret.note,
    json: calling('more', world.olga.id),
  })
  await editComment(ada(), secret.note, { version: 1, json: calling('a secret, edited', world.vera.id) })
  for (const change of [react, unreact, react]) await change(ada(), secret.note, 'checked')
  await deleteComment(ada(), secret.reply)
  await restoreComment(ada(), secret.reply)
  await deleteComment(ada(), secret.reply)
  await resolveThread(ada(), secret.annotation, 'settled with myself')
  await reopenThread(ada(), secret.annotation)
  await markSeen(ada(), secret.annotation)
  const change = { version: 1, labelId: world.labelIds[1] as string, tags: ['secret'] }
  await updateAnnotation(ada(), secret.annotation, change)
  await deleteAnnotation(ada(), secret.annotation)
  await restoreAnnotation(ada(), secret.annotation)
  await deleteAnnotation(ada(), secret.gone)
}

/** What can be done in a phase besides: speaking in the threads of others, sharing what was private, and claiming. */
async function speakAside({ annotation, aside, silent }: Secret): Promise<void> {
  const before = { ...noteOf('soon a place'), parentId: null }
  await createComment(ada(), shared.talk, before)
  await createComment(ada(), shared.talk, {
    id: aside,
    parentId: before.id,
    json: calling('a secret aside', world.ben.id),
  })
  await editComment(ada(), aside, { version: 1, json: calling('a secret aside, edited', world.olga.id) })
  for (const change of [react, unreact, react]) await change(ada(), shared.agreed, 'disagree')
  await react(ada(), aside, 'agree')
  await deleteComment(ada(), before.id)
  await deleteComment(ada(), aside)
  await restoreComment(ada(), aside)
  await createComment(ada(), shared.talk, { ...noteOf('a secret reply to what is gone'), parentId: shared.gone })
  await createComment(ada(), shared.silent, {
    id: silent,
    parentId: null,
    json: calling('a secret answer', world.vera.id),
  })
  await markSeen(ada(), shared.silent)
  await shareAnnotation(ada(), SECRETS.private.annotation)
  const [claim, other] = [
    await makeClaim(world.ada, world, [annotation], { statement: 'A secret claim.' }),
    await makeClaim(world.ada, world, [annotation], { statement: 'Another secret claim.' }),
  ]
  await makeRelation(world.ada, claim, other)
}

const SECRETS = { private: makeSecret(), held: makeSecret() }
type Stage = keyof typeof SECRETS

/** What comes before someone works, and their work. They run in this order, in one world. */
const STAGES: Record<Stage, { open: () => Promise<unknown>; work: () => Promise<void> }> = {
  private: { open: () => Promise.resolve(), work: () => workAlone(SECRETS.private, 'private') },
  held: {
    open: () =>
      openPhase(writing(world.edda), world.projectId, {
        ...{ id: shared.phase, name: 'First reading', documentIds: [world.documentId], dueAt: null },
      }),
    work: async () => {
      await workAlone(SECRETS.held, 'team')
      await speakAside(SECRETS.held)
    },
  },
}

/** Every answer and refusal that these people get, as bytes. */
async function answers(people: Actor[], secret: Secret): Promise<Map<string, string>> {
  const given = new Map<string, string>()
  for (const actor of people) {
    for (const [name, read] of Object.entries(READS)) {
      for (const limit of [1, 50])
        given.set(`${actor.name}: ${name}, ${limit}`, await outcome(read(actor, limit, secret)))
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

/** Which reads answer otherwise now, to whom. */
const changedIn = (before: Map<string, string>, after: Map<string, string>) =>
  [...after].filter(([key, answer]) => before.get(key) !== answer).map(([key]) => key)

/** Where its author sees what they made. */
const OWN = [
  'own events',
  'uses of labels',
  'tags',
  'document',
  'spans',
  'annotations',
  'annotation',
  'thread',
  'comments',
  'revisions',
  'search for secret',
  'search for ecre',
]
const SEEN: Record<Stage, string[]> = {
  private: OWN,
  held: [
    ...[...OWN, 'annotations by text', 'shared annotation', 'shared thread', 'shared comments', 'silent thread'],
    ...['silent comments', 'revisions in a shared thread'],
    ...['claims', 'claims with a word', 'similar claims', 'claim marks', 'coverage', 'relations'],
  ],
}

describe.each(Object.keys(STAGES) as Stage[])('what is %s', (stage) => {
  const secret = SECRETS[stage]
  let before: Map<string, string>
  let after: Map<string, string>
  let ownBefore: Map<string, string>
  let ownAfter: Map<string, string>

  beforeAll(async () => {
    await STAGES[stage].open()
    ;[before, ownBefore] = [await answers(others(), secret), await answers([world.ada], secret)]
    await STAGES[stage].work()
    ;[after, ownAfter] = [await answers(others(), secret), await answers([world.ada], secret)]
  })

  test.each(Object.keys(READS))('changes nothing for others in: %s', (name) => {
    const [asked, told] = [before, after].map((given) => [...given].filter(([key]) => key.includes(`: ${name},`)))
    expect(asked).toHaveLength(others().length * 2)
    expect(told).toEqual(asked)
  })

  test('is seen by its author, wherever there is something to see', () => {
    const changed = changedIn(ownBefore, ownAfter)
    for (const name of SEEN[stage]) expect(changed.some((key) => key.startsWith(`Ada: ${name},`)), name).toBe(true) // prettier-ignore
  })

  test.each(Object.keys(ATTEMPTS))(
    'others who try to %s are told what they are told of what does not exist',
    async (name) => {
      const attempt = ATTEMPTS[name] as Attempt
      for (const actor of others()) {
        const told = await outcome(attempt(writing(actor), secret))
        expect(told).toBe(await outcome(attempt(writing(actor), makeSecret())))
        expect(told).toMatch(actor === world.vera ? /not-found|forbidden/ : /not-found/)
      }
      expect(await answers([world.ada], secret)).toEqual(ownAfter)
    },
  )
})

test('after the reveal all of it is there for all, and the author sees what they saw', async () => {
  const members = others().slice(0, -1)
  const before = await answers(members, SECRETS.held)
  await revealPhase(writing(world.edda), shared.phase)
  const after = await answers(members, SECRETS.held)
  // Whom Ada named under the seal is told with the reveal, of what they can see by then.
  const told = async (actor: Actor) => (await listNotifications(actor, { limit: 50, unread: 'true' })).items.filter(({ by }) => by.id === world.ada.id) // prettier-ignore
  for (const actor of [world.ben, world.olga, world.vera]) expect(await told(actor), actor.name).not.toEqual([])
  expect(await told(world.otto)).toEqual([])
  for (const { name } of members) {
    const changed = changedIn(before, after)
    for (const read of ['phase', 'phases', ...SEEN.held.filter((it) => !/own|revisions/.test(it))]) {
      expect(changed.some((key) => key.startsWith(`${name}: ${read},`)), `${name}: ${read}`).toBe(true) // prettier-ignore
    }
  }
  expect(await outcome(getAnnotation(world.otto, SECRETS.held.annotation))).toContain('not-found')
})

test('what the team does next is numbered as if nothing had happened in private', async () => {
  await createAnnotation(writing(world.ben), world.documentId, draftOn(world, 'tonnes'))
  const { items } = await listEvents(world.vera, 'document', world.documentId, { limit: 50, after: 0 })
  expect(items.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(items.slice(-3).map(({ kind }) => kind)).toEqual(['phase.opened', 'phase.revealed', 'annotation.created'])
})
