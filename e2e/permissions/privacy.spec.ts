import { v7 } from 'uuid'
import { calling, says } from '@/server/testing/make-world'
import { answersTo, changed, changedFor, everybody, look, writer } from './answers'
import type { Ids } from './ids'
import { called } from './phase-work'
import type { Sought } from './reads'
import { makeSubject } from './subjects'
import { expect, makeWorld, test, type Person, type World } from './world'

/*
 * The proof of privacy over HTTP: a database as it is before someone's private work, and after it, gives everyone else
 * the same answers to the last byte, headers, counts, orders, cursors and ETags included.
 */

test.use({ purpose: 'privacy' })

/** What the secret says, and what is shared too. */
const WORDS = ['secret', 'shared', 'Ministers']

test('another’s private work changes no answer and no page, to the byte', async () => {
  test.setTimeout(600_000)
  const world = await makeWorld()
  const author = (await world.someone('analyst')) as Person
  const sought = await makeSought(world, author)
  const readers = everybody(world)
  const self = [{ name: 'author', person: author, pages: true }]
  const shared = { labelId: sought.shared.labelId, tags: ['shared'], note: { id: v7(), json: says('For all') } }
  await annotate(author, sought.shared, { id: v7(), visibility: 'team', ...shared })

  const before = await answersTo(readers, sought)
  const ownBefore = await answersTo(self, sought)
  await workInPrivate(author, sought)
  const after = await answersTo(readers, sought)
  const ownAfter = await answersTo(self, sought)

  expect(before.size).toBeGreaterThan(1000)
  expect(await changedFor(readers, before, after)).toEqual([])
  for (const answer of after.values()) expect(answer).not.toContain('a secret')

  // Its author does see it, wherever there is something to see: else the comparison would prove nothing.
  const seen = changed(ownBefore, ownAfter).join('\n')
  for (const what of [
    '/spans',
    '/annotations?sort',
    '/tags',
    '/label-uses',
    '/me/events',
    '/comments',
    '/revisions',
    '/api/v1/search?q=',
    ' /search?q=',
  ])
    expect(seen).toContain(what)
  for (const what of [
    `/annotations/${sought.secret.annotationId}`,
    `/a/${sought.secret.annotationId}`,
    '/documents?sort',
  ])
    expect(seen).toContain(what)

  // What the team does next is numbered as if nothing had happened.
  await annotate(world.people.owner as Person, sought.shared, { id: v7(), visibility: 'team', tags: [] })
  const { text } = await look(author, `/api/v1/documents/${sought.shared.documentId}/events`)
  const { items } = JSON.parse(text) as { items: { seq: number }[] }
  expect(items.map(({ seq }) => seq)).toEqual([1, 2])
})

/** What is there for all, and the ids of what the author will make, known to all as if they had leaked. */
async function makeSought(world: World, author: Person): Promise<Sought> {
  const place = world.places.own
  const shared = { ...(await makeSubject('annotation', place, { own: false }, null)), ...called(world) }
  const annotationId = v7()
  const secret = { ...shared, annotationId, threadId: annotationId, commentId: v7(), userId: author.id }
  return { shared, secret, words: WORDS }
}

/** Everything that an author can do in private: it must move nothing that others see. */
async function workInPrivate(author: Person, { shared, secret }: Sought): Promise<void> {
  const { annotationId, commentId } = secret
  const [annotation, thread] = [`/annotations/${annotationId}`, `/threads/${annotationId}`]
  const [reply, gone] = [v7(), v7()]
  const hidden = { visibility: 'private', labelId: shared.labelId, tags: ['secret', 'shared'] }
  const write = writer(author)

  await annotate(author, shared, {
    id: annotationId,
    ...hidden,
    note: { id: commentId, json: calling('a secret note', shared.userId) },
  })
  await annotate(author, shared, { id: gone, ...hidden })
  await write('POST', `${thread}/comments`, {
    id: reply,
    parentId: commentId,
    json: calling('a secret reply', shared.userId),
  })
  await write('PATCH', `/comments/${commentId}`, { version: 1, json: says('a secret, edited') })
  await write('DELETE', `/comments/${reply}`)
  await write('POST', `/comments/${reply}/restore`)
  await write('POST', `${thread}/resolve`, { reason: 'a secret reason' })
  await write('POST', `${thread}/reopen`)
  await write('PATCH', annotation, { version: 1, labelId: shared.labelId, tags: ['secret'] })
  await write('DELETE', annotation)
  await write('POST', `${annotation}/restore`)
  await write('DELETE', `/annotations/${gone}`)
}

function annotate(by: Person, { documentId, versionId }: Ids, more: Record<string, unknown>): Promise<unknown> {
  const place = { versionId, start: 0, end: 9, exact: 'Ministers' }
  const draft = { labelId: null, tags: [], note: null, ...place, ...more }
  return writer(by)('POST', `/documents/${documentId}/annotations`, draft)
}
