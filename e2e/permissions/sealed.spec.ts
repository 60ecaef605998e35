import { v7 } from 'uuid'
import { makeJudgement } from '@/server/testing/make-marked-round'
import { whisper } from '@/server/testing/place'
import { answersTo, changed, changedFor, everybody, look, writer, type Answers, type Reader } from './answers'
import type { Ids } from './ids'
import { soughtInPhase, workInPhase } from './phase-work'
import { judgeBeside, openReview, submit } from './review-work'
import { expect, makeWorld, test, type Person, type World } from './world'

/*
 * The proof of the seal over HTTP: a database as it is before what someone does under a seal, and after it, gives everyone
 * else the same answers to the last byte, owners, admins and others who work under the same seal included.
 */

test.use({ purpose: 'sealed' })

const readerOf = (name: string, person: Person): Reader => ({ name, person, pages: true })

test('what someone makes in an independent phase changes no answer and no page for anybody else', async () => {
  test.setTimeout(600_000)
  const world = await makeWorld()
  const [author, fellow] = [await newAnalyst(world), await newAnalyst(world)]
  await workInPhase(fellow, await soughtInPhase(world, fellow))
  const sought = await soughtInPhase(world, author)
  const readers = [...everybody(world), readerOf('fellow', fellow)]
  const self = [readerOf('author', author)]

  const before = await answersTo(readers, sought)
  const ownBefore = await answersTo(self, sought)
  await workInPhase(author, sought)
  const after = await answersTo(readers, sought)
  const ownAfter = await answersTo(self, sought)

  expect(before.size).toBeGreaterThan(2000)
  expect(await changedFor(readers, before, after)).toEqual([])
  expectSilence(after, author)
  const { annotationId, claimId, relationId, evidenceId } = sought.secret
  expectSeen(changed(ownBefore, ownAfter), [
    ...['/spans', '/tags', '/label-uses', '/me/events', '/comments', '/claim-marks', '/coverage', '/occurrences'],
    ...['/claims?sort', '/similar-claims', '/relations?kind', '/sources', `/annotations/${annotationId}`],
    ...[`/claims/${claimId}/versions`, `/relations/${relationId}`, `/evidence/${evidenceId}`, `/threads/${claimId}`],
    ...[`/p/${sought.shared.projectId}/claims page`],
  ])

  // What happens next is numbered as if nothing had happened.
  const owner = world.people.owner as Person
  const told = await countEvents(owner, sought.shared)
  await writer(owner)('POST', `/phases/${sought.shared.phaseId}/reveal`)
  expect(await countEvents(owner, sought.shared)).toEqual(told.map((count) => count + 1))
})

test('what a reviewer hands in, or has left in a round that was cancelled, and one key alone: nobody else learns of it', async () => {
  test.setTimeout(600_000)
  const world = await makeWorld()
  const [author, fellow, opener] = [await newAnalyst(world), await newAnalyst(world), world.people.admin as Person]
  const { keyed, sought } = await openReview(world, opener, [author, fellow])
  await judgeBeside(fellow, sought.shared, v7())
  const readers = [...everybody(world), readerOf('fellow', fellow)]
  const self = [readerOf('author', author)]

  const before = await answersTo(readers, sought)
  const ownBefore = await answersTo(self, sought)
  await judgeBeside(author, sought.shared, sought.secret.commentId)
  await submit(author, sought.shared)
  await makeJudgement(sought.secret.roundId, { by: author.id, said: whisper(author.id), ...sought.secret })
  await writer(author)('POST', `/claims/${keyed}/clear`, { number: 1 })
  const after = await answersTo(readers, sought)
  const ownAfter = await answersTo(self, sought)

  expect(before.size).toBeGreaterThan(2000)
  const noticed = await changedFor(readers, before, after)
  // Who opened the round and does not judge in it sees that the verdict is there, and nothing else.
  const followed = noticed.filter((what) => what.startsWith('admin '))
  expect(noticed).toEqual(followed)
  expectSeen(followed, [`/rounds/${sought.shared.roundId}/submissions`])
  for (const what of followed) expect(unsubmitted(after.get(what)), what).toEqual(unsubmitted(before.get(what)))
  expectSilence(after, author)
  const { roundId, evidenceId, sourceId } = sought.shared
  expectSeen(changed(ownBefore, ownAfter), [
    ...[`/rounds/${roundId}`, `/rounds/${sought.secret.roundId}`, '/rounds?waiting=true', '/claims?waiting=true'],
    ...[`/evidence/${evidenceId}`, `/evidence/${sought.secret.evidenceId}`, `/sources/${sourceId}`, '/comments'],
    ...['/me/events', `/claims/${keyed}`],
  ])
})

async function newAnalyst(world: World): Promise<Person> {
  return (await world.someone('analyst')) as Person
}

/** No answer has a word of theirs. */
function expectSilence(answers: Answers, { id }: Person): void {
  for (const [what, answer] of answers) expect(answer.includes(whisper(id)), what).toBe(false)
}

/** Whoever it belongs to does see it, wherever there is something to see: else the comparison would prove nothing. */
function expectSeen(changes: readonly string[], places: readonly string[]): void {
  const seen = changes.join('\n')
  for (const place of places) expect(seen).toContain(place)
}

/** An answer but for who has submitted. */
const unsubmitted = (answer: string | undefined) => answer?.replaceAll('\\"submitted\\":true', '\\"submitted\\":false')

/** How many events each stream has that all can read. */
async function countEvents(person: Person, { projectId, documentId }: Ids): Promise<number[]> {
  const streams = [`/projects/${projectId}`, `/documents/${documentId}`]
  const told = await Promise.all(streams.map((stream) => look(person, `/api/v1${stream}/events?limit=200`)))
  return told.map(({ text }) => (JSON.parse(text) as { items: unknown[] }).items.length)
}
