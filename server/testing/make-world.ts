import { createHash, randomUUID } from 'node:crypto'
import { v7 } from 'uuid'
import { flatten } from '@/domain/documents/flatten'
import type { AnnotationDraft } from '@/domain/annotations/annotation'
import { DEFAULT_LABELS } from '@/domain/projects/palette'
import type { Actor } from '@/domain/permissions/policy'
import type { Role } from '@/domain/permissions/role'
import type { CommentJson } from '@/domain/threads/thread'
import { db } from '../db'

export const TEXT = [
  'Ministers signed a deal on rare earths in the capital on Monday.',
  'Officials spoke of 40,000 tonnes a year; the annex names 14,000. 😀',
  'Critics call the deal a promise of a promise.',
]

/** A workspace with someone of each role and one of another workspace, a project with labels, and a document of `TEXT`. */
export async function makeWorld() {
  const workspaceId = v7()
  await db.workspace.create({ data: { id: workspaceId, name: 'Analysts' } })
  const joined = (name: string, role: Role) => makeActor(name, { [workspaceId]: role })
  const people = {
    olga: await joined('Olga', 'owner'),
    edda: await joined('Edda', 'editor'),
    ada: await joined('Ada', 'analyst'),
    ben: await joined('Ben', 'analyst'),
    vera: await joined('Vera', 'viewer'),
    otto: await makeActor('Otto', {}),
  }
  const project = await makeProject(workspaceId, people.olga)
  return { workspaceId, ...people, ...project, ...(await makeDocument(project.projectId, workspaceId, people.olga)) }
}

export type World = Awaited<ReturnType<typeof makeWorld>>

/** Someone with these roles, as the door would bring them in. */
export async function makeActor(name: string, roles: Record<string, Role>): Promise<Actor> {
  const id = v7()
  const email = `${name.toLowerCase()}-${id}@example.org`
  await db.user.create({ data: { id, name, email, passwordHash: 'none', verifiedAt: new Date() } })
  const memberships = Object.entries(roles).map(([workspaceId, role]) => ({ workspaceId, role, userId: id }))
  await db.membership.createMany({ data: memberships })
  return { id, name, sessionId: id, roles: new Map(Object.entries(roles)) }
}

export async function makeProject(workspaceId: string, by: Actor) {
  const projectId = v7()
  await db.project.create({ data: { id: projectId, workspaceId, name: 'Rare earths', createdById: by.id } })
  const labels = DEFAULT_LABELS.map((label, position) => ({ ...label, id: v7(), workspaceId, projectId, position }))
  await db.label.createMany({ data: labels })
  return { projectId, labelIds: labels.map(({ id }) => id) as [string, string, ...string[]] }
}

export async function makeDocument(projectId: string, workspaceId: string, by: Actor, paragraphs: string[] = TEXT) {
  const documentId = v7()
  const versionId = v7()
  const json = {
    type: 'doc',
    content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  }
  const { text } = flatten(json)
  const sha256 = createHash('sha256').update(text).digest('hex')
  await db.document.create({ data: { id: documentId, workspaceId, projectId, title: 'Briefing', createdById: by.id } })
  const version = { id: versionId, workspaceId, documentId, number: 1, json, text, characters: text.length, sha256 }
  await db.documentVersion.create({ data: { ...version, format: 'txt', encoding: 'utf-8', createdById: by.id } })
  return { documentId, versionId, text }
}

/** A draft on the first place where `words` stand in the world's document. */
export function draftOn(
  world: Pick<World, 'text' | 'versionId'>,
  words: string,
  more: Partial<AnnotationDraft> = {},
): AnnotationDraft {
  const start = world.text.indexOf(words)
  const place = { versionId: world.versionId, start, end: start + words.length, exact: words }
  return { id: v7(), ...place, labelId: null, tags: [], visibility: 'team', note: null, ...more }
}

/** A comment of one paragraph. */
export function says(text: string): CommentJson {
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }
}

/** A comment that names these people, as a browser sends it: `label` is what it says of all of them. */
export function mentions(people: readonly { id: string; name: string }[], label?: string): CommentJson {
  const content = people.flatMap(({ id, name }, index) => [
    ...(index > 0 ? [{ type: 'text', text: ' ' }] : []),
    { type: 'mention', attrs: { id, label: label ?? name } },
  ])
  return { type: 'doc', content: [{ type: 'paragraph', content }] }
}

/** A comment of one paragraph that names someone at its end. */
export function calling(text: string, id: string): CommentJson {
  const content = [
    { type: 'text', text: `${text} ` },
    { type: 'mention', attrs: { id, label: 'Someone' } },
  ]
  return { type: 'doc', content: [{ type: 'paragraph', content }] }
}

export const noteOf = (text: string) => ({ id: v7(), json: says(text) })

/** The actor in a write with this key, as the door makes them; `body` stands for all that the request says. */
export function writing(actor: Actor, key: string = randomUUID(), body: unknown = null): Actor {
  return { ...actor, write: { key, fingerprint: createHash('sha256').update(JSON.stringify(body)).digest('hex') } }
}
