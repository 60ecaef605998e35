import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { canSee, type Actor, type Subject } from '@/domain/permissions/policy'
import { ROLES, type Role } from '@/domain/permissions/role'
import { createAnnotation } from './annotations/create-annotation'
import { db, sql, type Sql } from './db'
import { seenEvidence } from './evidence/seen'
import { makeClaim, makeOccurrence, makeRelation, makeRound, makeSeal, type Seal } from './testing/make-claim'
import { draftOn, makeActor, makeDocument, makeProject, noteOf, says } from './testing/make-world'
import { createComment } from './threads/create-comment'
import { visibleTo } from './visible-to'

/** How lists find what an actor can see of each kind. */
const LISTS = {
  project: (actor) => sql`SELECT p.id FROM "Project" p WHERE ${visibleTo.members(actor, 'p')}`,
  document: (actor) => sql`SELECT d.id FROM "Document" d WHERE ${visibleTo.document(actor, 'd')}`,
  annotation: (actor) => sql`
    SELECT a.id FROM "Annotation" a JOIN "Document" d ON d.id = a."documentId"
    WHERE ${visibleTo.annotation(actor, 'a')} AND ${visibleTo.document(actor, 'd')}`,
  comment: (actor) => sql`
    SELECT c.id FROM "Comment" c JOIN "Annotation" a ON a.id = c."threadId" JOIN "Document" d ON d.id = a."documentId"
    WHERE ${visibleTo.annotation(actor, 'a')} AND ${visibleTo.document(actor, 'd')} AND ${visibleTo.held(actor, 'c')}`,
  claim: (actor) => sql`SELECT c.id FROM "Claim" c WHERE ${visibleTo.claim(actor, 'c')}`,
  occurrence: (actor) => sql`SELECT o.id FROM "Occurrence" o WHERE ${visibleTo.claim(actor, 'o')}`,
  relation: (actor) => sql`SELECT cr.id FROM "ClaimRelation" cr WHERE ${visibleTo.claim(actor, 'cr')}`,
  cleared: (actor) => sql`
    SELECT c.id FROM "ClearedSpan" c JOIN "Document" d ON d.id = c."documentId"
    WHERE ${visibleTo.document(actor, 'd')} AND ${visibleTo.held(actor, 'c')}`,
  verdict: (actor) => sql`SELECT v.id FROM "Verdict" v WHERE ${visibleTo.claim(actor, 'v')}`,
  evidence: (actor) => sql`SELECT e.id FROM ${seenEvidence(actor)}`,
  appraisal: (actor) => sql`
    SELECT a."evidenceId" AS id FROM "Appraisal" a
    WHERE ${visibleTo.members(actor, 'a')} AND ${visibleTo.held(actor, 'a', 'raterId')}`,
  grade: (actor) => sql`
    SELECT g."sourceId" AS id FROM "SourceGrade" g
    WHERE ${visibleTo.members(actor, 'g')} AND ${visibleTo.held(actor, 'g', 'raterId')}`,
} as const satisfies Record<string, (actor: Actor) => Sql>

type Kind = keyof typeof LISTS

/** Each thing in the database with the facts that the policy turns on, by what kind it is. */
const things = Object.fromEntries(Object.keys(LISTS).map((kind) => [kind, []])) as unknown as Readonly<
  Record<Kind, { id: string; facts: Subject }[]>
>
const workspaces = [v7(), v7()] as const
let authors: Actor[] = []

/** Of every kind of thing one: in each workspace, in and out of the trash, private, held and shared, by each author. */
beforeAll(async () => {
  for (const id of workspaces) await db.workspace.create({ data: { id, name: 'W' } })
  const everywhere = Object.fromEntries(workspaces.map((id) => [id, 'analyst' as const]))
  authors = await Promise.all(['Ada', 'Ben'].map((name) => makeActor(name, everywhere)))
  for (const workspaceId of workspaces) {
    const { projectId } = await makeProject(workspaceId, authors[0] as Actor)
    things.project.push({ id: projectId, facts: { workspaceId } })
    for (const trashed of [false, true]) await makeDocumentWith({ workspaceId, projectId }, trashed)
    for (const author of authors) {
      for (const held of [false, true]) await makeJudged({ workspaceId, projectId }, author, held)
    }
  }
})

type Place = { workspaceId: string; projectId: string }

/** A document with what people made in it alone and for all; then a phase opens, and they go on. */
async function makeDocumentWith(place: Place, trashed: boolean): Promise<void> {
  const document = { ...place, ...(await makeDocument(place.projectId, place.workspaceId, authors[0] as Actor)) }
  const { documentId } = document
  things.document.push({ id: documentId, facts: { workspaceId: place.workspaceId, trashed } })
  const shared: Made[] = []
  for (const author of authors) {
    const facts = { workspaceId: place.workspaceId, trashed, authorId: author.id }
    await makeMarked(author, document, { ...facts, private: true })
    shared.push(await makeMarked(author, document, facts))
    await makeCleared(document, facts)
  }
  const seal = await makeSeal(place, authors[0] as Actor, [documentId])
  for (const author of authors) {
    const facts = { workspaceId: place.workspaceId, trashed, authorId: author.id, held: true }
    await makeMarked(author, document, facts)
    await makeCleared(document, facts, seal)
    for (const { id } of shared) {
      const comment = { id: v7(), parentId: null, json: says('Held back') }
      await createComment(author, id, comment)
      things.comment.push({ id: comment.id, facts })
    }
  }
  if (trashed) await db.document.update({ where: { id: documentId }, data: { trashedAt: new Date() } })
}

type Made = { id: string; facts: Subject }
type Text = Place & { documentId: string; versionId: string; text: string }

/** An annotation with a note, of which all that is said holds too. */
async function makeMarked(author: Actor, document: Text, facts: Subject): Promise<Made> {
  const draft = draftOn(document, 'deal', { visibility: facts.private ? 'private' : 'team', note: noteOf('Hm') })
  await createAnnotation(author, document.documentId, draft)
  things.annotation.push({ id: draft.id, facts })
  things.comment.push({ id: draft.note?.id ?? '', facts })
  return { id: draft.id, facts }
}

async function makeCleared({ workspaceId, documentId, versionId }: Text, facts: Owned, seal?: Seal): Promise<void> {
  const span = { id: v7(), workspaceId, documentId, versionId, start: 0, end: 9 }
  await db.clearedSpan.create({ data: { ...span, authorId: facts.authorId, ...seal } })
  things.cleared.push({ id: span.id, facts })
}

type Owned = Subject & { authorId: string }

/** A claim with all that is said about it, as the judgement of one person; they hold it back, or show it. */
async function makeJudged(place: Place, author: Actor, held: boolean): Promise<void> {
  const { workspaceId, projectId } = place
  const seal = held ? await makeSeal(place, author) : undefined
  const asHeld = seal ? { seal } : {}
  const facts = { workspaceId, held, authorId: author.id }
  const add = (kind: Kind, id: string) => things[kind].push({ id, facts })
  const claim = await makeClaim(place, author, asHeld)
  const other = await makeClaim(place, author, asHeld)
  add('claim', claim.id)
  add('claim', other.id)
  add('relation', await makeRelation(claim, other, author, seal))
  const passage = await db.annotation.findFirstOrThrow({ where: { projectId }, select: { id: true } })
  add('occurrence', await makeOccurrence(claim, passage.id, author, seal))
  const round = await makeRound(claim, author, [author])
  const under = { workspaceId, ...seal }
  const verdict = { id: v7(), roundId: round.id, claimId: claim.id, authorId: author.id, ...under }
  await db.verdict.create({ data: { ...verdict, kind: 'unable' } })
  add('verdict', verdict.id)
  const source = { id: v7(), workspaceId, projectId, name: 'A wire', authorId: author.id }
  await db.source.create({ data: source })
  await db.sourceGrade.create({
    data: { id: v7(), sourceId: source.id, raterId: author.id, reliability: 'B', ...under },
  })
  add('grade', source.id)
  const evidence = { id: v7(), workspaceId, projectId, claimId: claim.id, kind: 'web', authorId: author.id } as const
  await db.evidence.create({ data: evidence })
  await db.appraisal.create({
    data: { id: v7(), evidenceId: evidence.id, raterId: author.id, stance: 'refutes', ...under },
  })
  add('evidence', evidence.id)
  add('appraisal', evidence.id)
}

const standings: (Role | null)[] = [null, ...ROLES]
const pairs = standings.flatMap((here) => standings.map((there) => [here, there] as const))

test.each(pairs)('as %s here and %s there, lists admit exactly what the policy does', async (here, there) => {
  const roles = new Map(
    [here && [workspaces[0], here], there && [workspaces[1], there]].filter((it) => it !== null) as [string, Role][],
  )
  for (const id of [...authors.map((author) => author.id), v7()]) {
    const actor: Actor = { id, name: 'Someone', sessionId: id, roles }
    for (const [kind, list] of Object.entries(LISTS) as [Kind, (actor: Actor) => Sql][]) {
      const listed = await db.$queryRaw<{ id: string }[]>(list(actor))
      const seen = things[kind].filter(({ facts }) => canSee(actor, facts))
      expect(listed.map((row) => row.id).sort(), kind).toEqual(seen.map((thing) => thing.id).sort())
    }
  }
})

test('the table of things is not empty, and somebody sees a part of each', () => {
  const counts = { project: 2, document: 4, annotation: 24, comment: 40, claim: 16, occurrence: 8, relation: 8 }
  const judged = { cleared: 16, verdict: 8, evidence: 8, appraisal: 8, grade: 8 }
  expect(Object.fromEntries(Object.entries(things).map(([kind, all]) => [kind, all.length]))).toEqual({
    ...counts,
    ...judged,
  })
})
