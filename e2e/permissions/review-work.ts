import { v7 } from 'uuid'
import { calling, says } from '@/server/testing/make-world'
import { whisper } from '@/server/testing/place'
import { writer } from './answers'
import type { Ids } from './ids'
import { called, occurring } from './phase-work'
import type { Sought } from './reads'
import { makeSubject } from './subjects'
import type { Person, World } from './world'

/**
 * A claim in an open sealed round, one whose round was cancelled, and one that waits for keys; the first occurs in a
 * passage and stands in a conflict, which have threads.
 */
export async function openReview(world: World, opener: Person, reviewers: Person[]) {
  const place = world.places.own
  const owner = writer(world.people.owner as Person)
  const [open, cancelled] = [
    await makeSubject('evidence', place, { own: false }, null),
    await makeSubject('evidence', place, { own: false }, null),
  ]
  const { claimId: key } = await makeSubject('claim', place, { own: false }, null)
  const { annotationId, projectId, originId: sourceId } = open
  await owner('POST', `/claims/${open.claimId}/occurrences`, occurring(annotationId))
  const conflict = { id: v7(), kind: 'conflicts', strength: 'drift', fromId: open.claimId, toId: key }
  await owner('POST', `/projects/${projectId}/relations`, conflict)
  const write = writer(opener)
  const asked = { reviewerIds: reviewers.map(({ id }) => id), quorum: reviewers.length }
  const { items } = (await write('POST', `/projects/${projectId}/reviews`, {
    ...{ id: v7(), claimIds: [open.claimId, cancelled.claimId], ...asked },
  })) as { items: [{ id: string }, { id: string }] }
  const [round, other] = items
  await write('POST', `/rounds/${other.id}/cancel`, { version: 1, reason: 'Worded badly.' })
  const seen = { sourceId, relationId: conflict.id, threadId: annotationId }
  const shared = { ...open, ...seen, ...called(world), roundId: round.id }
  const secret = { ...cancelled, sourceId, threadId: conflict.id, commentId: v7(), roundId: other.id }
  const also = [
    `/claims/${key}`,
    `/claims/${key}/events`,
    `/threads/${open.claimId}`,
    `/threads/${open.claimId}/comments`,
  ]
  const sought: Sought = { shared, secret, words: ['whisper', 'Ministers'], also }
  return { keyed: key, sought }
}

/** What a reviewer does about a claim besides the verdict. */
export async function judgeBeside(reviewer: Person, shared: Ids, commentId: string): Promise<void> {
  const write = writer(reviewer)
  const said = whisper(reviewer.id)
  await write('POST', `/evidence/${shared.evidenceId}/appraisals`, {
    stance: 'refutes',
    reason: said,
    reliability: 'E',
  })
  await write('POST', `/sources/${shared.sourceId}/grade`, { reliability: 'D' })
  const comment = { id: commentId, parentId: null, json: calling(said, shared.userId) }
  await write('POST', `/threads/${shared.annotationId}/comments`, comment)
  await write('PATCH', `/comments/${commentId}`, { version: 1, json: calling(`${said}, edited`, shared.userId) })
  const reply = { id: v7(), parentId: commentId, json: says(said) }
  await write('POST', `/threads/${shared.annotationId}/comments`, reply)
  await write('DELETE', `/comments/${reply.id}`)
  await write('POST', `/threads/${shared.relationId}/comments`, { ...comment, id: v7() })
  await write('POST', `/threads/${shared.relationId}/seen`)
}

/** The verdict. */
export function submit(reviewer: Person, { roundId, evidenceId }: Ids): Promise<unknown> {
  const judged = { kind: 'judged', rating: 'mostly-true', likelihood: 70, confidence: 'low' }
  const why = { rationale: says(whisper(reviewer.id)), evidenceIds: [evidenceId] }
  return writer(reviewer)('POST', `/rounds/${roundId}/verdicts`, { id: v7(), ...judged, ...why })
}
