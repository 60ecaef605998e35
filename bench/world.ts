import { createHash } from 'node:crypto'
import { v7 } from 'uuid'
import { db } from '@/server/db'
import { actorOf, makeMember, makeWorkspace, signIn } from '@/server/testing/make'
import { makeProject } from '@/server/testing/make-world'
import { makeArticle } from './article'
import { makePassages } from './passages'
import { seeded, type Random } from './random'

/** Rows per statement when many are written: PostgreSQL takes 65,535 values in one. */
const BATCH = 2_000

export type BenchDocument = { documentId: string; versionId: string; text: string }
export type Person = { id: string; cookie: string }
export type World = Awaited<ReturnType<typeof makeBenchWorld>>

/** The documents that are opened in a browser: characters of text and annotations on it. */
export const SIZES = [
  { name: '50 KB', characters: 50_000, annotations: 100 },
  { name: '500 KB', characters: 500_000, annotations: 1_000 },
  { name: '3 MB', characters: 2_990_000, annotations: 10_000 },
] as const

/** What a crowded database holds besides: this many documents, each with as many annotations. */
export const MANY_OTHERS = { documents: 1_000, annotations: 1_000 }

/** How many documents "many" are, and how many people write. */
const MANY = 100
const PEOPLE = 10

/**
 * A workspace with ten analysts who are signed in, the documents to be opened, one that everybody writes on, a hundred
 * among which writers choose, and one whose thousand annotations are read and never change.
 */
export async function makeBenchWorld() {
  const random = seeded(1)
  const workspaceId = await makeWorkspace()
  const owner = await makeMember(workspaceId, 'owner', 'Olga Owner')
  const { projectId, labelIds } = await makeProject(workspaceId, await actorOf(owner))
  const home = { workspaceId, projectId, labelIds, authorId: owner.id, random }
  const people: Person[] = []
  for (let index = 1; index <= PEOPLE; index++) {
    const made = await makeMember(workspaceId, 'analyst', `Analyst ${index}`)
    const cookie = await signIn(made)
    people.push({ id: made.id, cookie: `${cookie.name}=${cookie.value}` })
  }
  const opened = []
  for (const size of SIZES) opened.push({ ...size, ...(await keep(home, size.characters, size.annotations)) })
  const one = await keep(home, 50_000, 0)
  const many = []
  for (let index = 0; index < MANY; index++) many.push(await keep(home, 5_000, 0))
  const read = await keep(home, 500_000, 1_000)
  return { workspaceId, projectId, labelIds, people, opened, one, many, read }
}

type Home = { workspaceId: string; projectId: string; labelIds: string[]; authorId: string; random: Random }

async function keep(home: Home, characters: number, annotations: number): Promise<BenchDocument> {
  const { workspaceId, projectId, authorId: createdById, random } = home
  const { json, text } = makeArticle(random, characters)
  const [documentId, versionId] = [v7(), v7()]
  const sha256 = createHash('sha256').update(text).digest('hex')
  await db.document.create({ data: { id: documentId, workspaceId, projectId, title: 'A long report', createdById } })
  const version = {
    id: versionId,
    workspaceId,
    documentId,
    number: 1,
    json: json as object,
    text,
    characters: text.length,
    sha256,
  }
  await db.documentVersion.create({ data: { ...version, format: 'md', encoding: 'utf-8', createdById } })
  await annotate(home, { documentId, versionId, text }, annotations)
  return { documentId, versionId, text }
}

async function annotate({ labelIds, random, ...home }: Home, on: BenchDocument, count: number): Promise<void> {
  const { workspaceId, projectId, authorId } = home
  const rows = makePassages(random, on.text, count).map((passage) => {
    const labelId = labelIds[random.below(labelIds.length + 1)] ?? null
    const place = { workspaceId, projectId, documentId: on.documentId, versionId: on.versionId }
    return { id: v7(), ...place, ...passage, labelId, tags: [], visibility: 'team' as const, authorId }
  })
  for (let from = 0; from < rows.length; from += BATCH)
    await db.annotation.createMany({ data: rows.slice(from, from + BATCH) })
}
