import { v7 } from 'uuid'
import { calling, says } from '@/server/testing/make-world'
import { whisper } from '@/server/testing/place'
import { writer } from './answers'
import type { Sought } from './reads'
import { makeSubject } from './subjects'
import type { Person, World } from './world'

/** Whoever is named in what nobody may hear of: someone whose answers are compared. */
export const called = ({ people }: World) => ({ userId: (people.owner as Person).id })

/** The document that is read independently, and the ids of what someone will make in it, as if they had leaked. */
export async function soughtInPhase(world: World, { id: userId }: Person): Promise<Sought> {
  const place = world.places.own
  const { documentId, versionId } = place.phased
  const annotationId = place.passages.phased
  const around = await makeSubject('workspace', place, { own: false }, null)
  const shared = { ...around, ...called(world), documentId, versionId, annotationId, threadId: annotationId }
  const made = { annotationId: v7(), commentId: v7(), claimId: v7(), otherClaimId: v7(), occurrenceId: v7() }
  const found = { relationId: v7(), clearedId: v7(), evidenceId: v7(), questionId: v7() }
  const secret = { ...shared, ...made, ...found, threadId: made.annotationId, userId }
  const threads = [secret.claimId, secret.relationId].flatMap((id) => [`/threads/${id}`, `/threads/${id}/comments`])
  return { shared, secret, words: ['whisper', 'shared', 'Ministers'], also: threads }
}

const READING = { stance: 'asserts', voice: 'author' }
const claimOf = (statement: string) => ({ type: 'fact', statement })
/** A draft of an occurrence in a passage. */
export const occurring = (annotationId: string, id = v7()) => ({ id, annotationId, ...READING })

/** Everything that someone can make in a document that is read independently. */
export async function workInPhase(author: Person, sought: Sought): Promise<void> {
  await annotateInPhase(author, sought)
  await claimInPhase(author, sought)
  await relateInPhase(author, sought)
}

async function annotateInPhase(author: Person, { shared, secret }: Sought): Promise<void> {
  const write = writer(author)
  const [said, passage, gone, mine] = [whisper(author.id), shared.annotationId, v7(), v7()]
  const annotate = (id: string, more: object = {}) =>
    write('POST', `/documents/${shared.documentId}/annotations`, {
      ...{ id, versionId: shared.versionId, start: 0, end: 9, exact: 'Ministers', labelId: shared.labelId },
      ...{ tags: [said, 'shared'], visibility: 'team', note: null, ...more },
    })
  await annotate(secret.annotationId, { note: { id: v7(), json: calling(said, shared.userId) } })
  await write('PATCH', `/annotations/${secret.annotationId}`, { version: 1, labelId: null, tags: [said] })
  await annotate(mine, { visibility: 'private' })
  await write('POST', `/annotations/${mine}/share`)
  await annotate(gone)
  await write('DELETE', `/annotations/${gone}`)
  await write('POST', `/threads/${passage}/comments`, {
    id: secret.commentId,
    parentId: null,
    json: calling(said, shared.userId),
  })
  await write('PATCH', `/comments/${secret.commentId}`, { version: 1, json: calling(`${said}, edited`, shared.userId) })
  const reply = { id: v7(), parentId: secret.commentId, json: says(said) }
  await write('POST', `/threads/${passage}/comments`, reply)
  await write('DELETE', `/comments/${reply.id}`)
  await write('POST', `/comments/${reply.id}/restore`)
  await write('POST', `/threads/${passage}/seen`)
  const sentence = { versionId: shared.versionId, start: 0, end: shared.sentence.length, exact: shared.sentence }
  for (const id of [secret.clearedId, gone]) {
    await write('POST', `/documents/${shared.documentId}/cleared`, { id, ...sentence })
  }
  await write('DELETE', `/cleared/${gone}`)
}

async function claimInPhase(author: Person, { shared, secret }: Sought): Promise<void> {
  const write = writer(author)
  const [said, third] = [whisper(author.id), v7()]
  const claims = `/projects/${shared.projectId}/claims`
  const [claim, other] = [`/claims/${secret.claimId}`, `/claims/${secret.otherClaimId}`]
  const passages = [occurring(secret.annotationId), occurring(shared.annotationId)]
  await write('POST', claims, { id: secret.claimId, ...claimOf(said), occurrences: passages })
  await write('PATCH', claim, { version: 1, ...claimOf(`Ministers, says ${said}`), priority: 'high' })
  for (const id of [secret.otherClaimId, third]) {
    await write('POST', claims, { id, ...claimOf(said), occurrences: [occurring(secret.annotationId)] })
  }
  await write('POST', `${other}/triage`, { as: 'checkable' })
  await write('DELETE', other)
  await write('POST', `${other}/restore`)
  const parts = [v7(), v7()].map((id) => ({ id, ...claimOf(said) }))
  await write('POST', `/claims/${third}/split`, { parts })
  const { sourceId } = shared
  const page = { url: 'https://example.org/deal', title: said, retrievedOn: '2025-08-04' }
  const appraisal = { stance: 'supports', reason: said, reliability: 'A' }
  await write('POST', `${claim}/evidence`, { kind: 'web', id: secret.evidenceId, sourceId, ...page, appraisal })
  await write('POST', `/evidence/${secret.evidenceId}/appraisals`, { stance: 'refutes', reliability: 'F' })
  const asked = { addressee: 'The ministry', question: said, askedOn: '2025-08-04' }
  await write('POST', `${claim}/questions`, { id: secret.questionId, sourceId, ...asked })
  await write('POST', `/threads/${secret.claimId}/comments`, {
    id: v7(),
    parentId: null,
    json: calling(said, shared.userId),
  })
}

/** What is found in the document of claims that were there before, and stand for all. */
async function relateInPhase(author: Person, { shared, secret }: Sought): Promise<void> {
  const write = writer(author)
  const [said, gone] = [whisper(author.id), v7()]
  const found = `/claims/${shared.claimId}/occurrences`
  await write('POST', found, occurring(shared.annotationId, secret.occurrenceId))
  await write('PATCH', `/occurrences/${secret.occurrenceId}`, { version: 1, ...READING, stance: 'hedges' })
  await write('POST', found, occurring(secret.annotationId, gone))
  await write('DELETE', `/occurrences/${gone}`)
  const relate = (id: string, fromId: string, toId: string) =>
    write('POST', `/projects/${shared.projectId}/relations`, {
      ...{ id, kind: 'conflicts', strength: 'drift', reason: said, fromId, toId },
      ...{ fromAnnotationId: shared.annotationId, toAnnotationId: secret.annotationId },
    })
  await relate(secret.relationId, shared.claimId, shared.otherClaimId)
  const settled = { strength: 'tension', disposition: 'scope', reason: said }
  await write('PATCH', `/relations/${secret.relationId}`, { version: 1, ...settled })
  await write('POST', `/threads/${secret.relationId}/comments`, { id: v7(), parentId: null, json: says(said) })
  await relate(gone, shared.claimId, secret.claimId)
  await write('DELETE', `/relations/${gone}`)
}
