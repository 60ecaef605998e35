import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAnnotation } from '../annotations/create-annotation'
import { deleteAnnotation, restoreAnnotation } from '../annotations/delete-annotation'
import { shareAnnotation } from '../annotations/share-annotation'
import { updateAnnotation } from '../annotations/update-annotation'
import { openPhase } from '../seals/open-phase'
import { revealPhase } from '../seals/reveal-phase'
import { makeClaim, makeRelation } from '../testing/make-claims'
import { judge, makeReview } from '../testing/make-reviews'
import { draftOn, makeWorld, noteOf, says, writing, type World } from '../testing/make-world'
import { makeReceiver, type Receiver } from '../testing/receiver'
import { createComment } from '../threads/create-comment'
import { deleteComment } from '../threads/delete-comment'
import { editComment } from '../threads/edit-comment'
import { markSeen } from '../threads/mark-seen'
import { resolveThread } from '../threads/resolve-thread'
import { collect } from './collect'
import { createWebhook } from './create-webhook'
import { listDeliveries } from './list-webhooks'
import { sendDue } from './send-due'

process.env.NEXTAUTH_SECRET = 'of this test'

/*
 * The proof of privacy for webhooks: in two worlds the same is done, and in one of them somebody works in private and under
 * seals besides. Their receivers get the same to the byte, but for ids and times, and so do those who read the log.
 */

type Stage = 'private' | 'phase' | 'round'
const OUTCOME: Record<string, { bodies: string[]; log: string; secret: string[] }> = {}
let receivers: Receiver[]

beforeAll(async () => {
  receivers = [await makeReceiver(), await makeReceiver()]
  process.env.FETCH_ALLOW = receivers.map(({ host }) => host).join()
  for (const [at, name] of (['without', 'with'] as const).entries()) {
    OUTCOME[name] = await play(receivers[at] as Receiver, name === 'with')
  }
})
afterAll(() => Promise.all(receivers.map(({ close }) => close())))

/** What everybody does in both worlds, with the secret work of one in between. */
async function play(receiver: Receiver, secretly: boolean) {
  const world = await makeWorld()
  const { olga, edda, ada, ben } = world
  const webhookId = v7()
  const draft = { id: webhookId, address: receiver.address, kinds: [], active: true }
  receiver.secret = (await createWebhook(olga, world.workspaceId, draft)).secret
  const secret: string[] = []
  const work = async (stage: Stage, deed: () => Promise<string[]>) => {
    await deliver()
    const before = receiver.came.length
    if (secretly) secret.push(...(await deed()))
    await deliver()
    expect(receiver.came.length, `${stage}: nothing was sent of it`).toBe(before)
  }

  const talk = draftOn(world, 'Critics', { note: noteOf('For all') })
  await createAnnotation(writing(ada), world.documentId, talk)
  await work('private', () => alone(world, 'private'))
  await createComment(writing(ben), talk.id, { ...noteOf('Agreed'), parentId: null })

  const phase = { id: v7(), name: 'First reading', documentIds: [world.documentId], dueAt: null }
  await openPhase(writing(edda), world.projectId, phase)
  await work('phase', () => alone(world, 'team', talk.id))
  await revealPhase(writing(edda), phase.id)

  const claim = await makeClaim(ben, world, [talk.id])
  const round = await makeReview(edda, claim, [ada, ben])
  await work('round', async () => [(await judge(ada, round)).id])
  await createComment(writing(edda), talk.id, { ...noteOf('Done'), parentId: null })
  await deliver()

  const { items } = await listDeliveries(olga, world.workspaceId, webhookId, { limit: 200 })
  const evened = even()
  return { bodies: receiver.came.map(({ body }) => evened(body)), log: evened(JSON.stringify(items)), secret }
}

async function deliver(): Promise<void> {
  const now = new Date(Date.now() + 1000)
  await collect()
  await sendDue({ now })
}

/** All that someone can do which is theirs alone: in private, or in a phase; the ids of what they made. */
async function alone(world: World, visibility: 'private' | 'team', talk?: string): Promise<string[]> {
  const { ada } = world
  const note = noteOf('A secret note')
  const draft = draftOn(world, 'annex', { visibility, tags: ['secret'], note })
  const gone = draftOn(world, 'deal', { visibility })
  const made = [draft.id, note.id, gone.id]
  for (const each of [draft, gone]) await createAnnotation(writing(ada), world.documentId, each)
  await editComment(writing(ada), note.id, { version: 1, json: says('A secret, edited') })
  await updateAnnotation(writing(ada), draft.id, { version: 1, labelId: null, tags: ['more'] })
  await resolveThread(writing(ada), draft.id, 'with myself')
  await markSeen(writing(ada), draft.id)
  await deleteAnnotation(writing(ada), gone.id)
  await restoreAnnotation(writing(ada), gone.id)
  await deleteAnnotation(writing(ada), gone.id)
  if (talk === undefined) return made
  const aside = { ...noteOf('A secret aside'), parentId: null }
  await createComment(writing(ada), talk, aside)
  await deleteComment(writing(ada), aside.id)
  const own = draftOn(world, 'Officials', { visibility: 'private' })
  await createAnnotation(writing(ada), world.documentId, own)
  await shareAnnotation(writing(ada), own.id)
  const claims = [await makeClaim(ada, world, [draft.id]), await makeClaim(ada, world, [draft.id])] as const
  const relation = await makeRelation(ada, ...claims)
  return [...made, aside.id, own.id, claims[0].id, claims[1].id, relation.id]
}

/** Ids become their place among those that came before, and times go. */
function even(): (text: string) => string {
  const known = new Map<string, string>()
  const place = (id: string) => known.get(id) ?? known.set(id, `id-${known.size}`).get(id) ?? ''
  return (text) =>
    text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'time').replace(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, place)
}

test('the receivers get the same to the byte', () => {
  expect(OUTCOME.with?.secret.length).toBeGreaterThan(10)
  expect(OUTCOME.without?.bodies.length).toBeGreaterThan(8)
  expect(OUTCOME.with?.bodies).toEqual(OUTCOME.without?.bodies)
  for (const { came } of receivers) for (const { verified } of came) expect(verified).toBe(true)
})

test('so do those who read the log', () => {
  expect(OUTCOME.with?.log).toBe(OUTCOME.without?.log)
})

test('nothing that was made in secret is named in any message', () => {
  const sent = JSON.stringify(receivers.map(({ came }) => came.map(({ body }) => body)))
  for (const id of OUTCOME.with?.secret ?? []) expect(sent).not.toContain(id)
})
