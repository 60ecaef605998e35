import { v7 } from 'uuid'
import { says } from '@/server/testing/make-world'
import { ask, each, type Told } from './ask'
import { bytesOf } from './bytes'
import { open } from './open'
import { pageReads, reads, type Sought } from './reads'
import { makeSubject, type Ids } from './subjects'
import { expect, makeWorld, STANDING, test, type Person, type Who, type World } from './world'

/*
 * The proof of privacy over HTTP: a database as it is before someone's private work, and after it, gives everyone else
 * the same answers to the last byte, headers, counts, orders, cursors and ETags included. What is evened out is what two
 * answers to the same request differ in anyway (bytes.ts).
 */

test.use({ purpose: 'privacy' })

/** What the secret says, and what is shared too. */
const WORDS = ['secret', 'shared', 'Ministers']

test('another’s private work changes no answer and no page, to the byte', async () => {
  test.setTimeout(180_000)
  const world = await makeWorld()
  const author = (await world.someone('analyst')) as Person
  const sought = await makeSought(world, author)
  const shared = { labelId: sought.shared.labelId, tags: ['shared'], note: { id: v7(), json: says('For all') } }
  await annotate(author, sought.shared, { id: v7(), visibility: 'team', ...shared })

  const before = await answers(world, sought)
  const ownBefore = await answersTo(author, sought)
  await workInPrivate(author, sought)
  const after = await answers(world, sought)
  const ownAfter = await answersTo(author, sought)

  expect(before.size).toBeGreaterThan(1000)
  expect(await changedFor(world, before, after)).toEqual([])
  for (const answer of after.values()) expect(answer).not.toContain('a secret')

  // Its author does see it, wherever there is something to see: else the comparison would prove nothing.
  const seen = changed(ownBefore, ownAfter).join('\n')
  for (const what of ['/spans', '/annotations?sort', '/tags', '/label-uses', '/me/events', '/comments', '/revisions'])
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
  const shared = await makeSubject('annotation', place, { own: false }, null)
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
  const write = (method: string, path: string, body?: unknown) => change(author, method, path, body)

  await annotate(author, shared, { id: annotationId, ...hidden, note: { id: commentId, json: says('a secret note') } })
  await annotate(author, shared, { id: gone, ...hidden })
  await write('POST', `${thread}/comments`, { id: reply, parentId: commentId, json: says('a secret reply') })
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

async function change(by: Person, method: string, path: string, body?: unknown): Promise<void> {
  const told = await ask({ method, path: `/api/v1${path}`, as: by.as, body })
  expect(told.status, `${method} ${path}: ${told.text}`).toBe(200)
}

function annotate(by: Person, { documentId, versionId }: Ids, more: Record<string, unknown>): Promise<void> {
  const place = { versionId, start: 0, end: 9, exact: 'Ministers' }
  return change(by, 'POST', `/documents/${documentId}/annotations`, {
    ...{ labelId: null, tags: [], note: null },
    ...place,
    ...more,
  })
}

type Answers = Map<string, string>

function changed(before: Answers, after: Answers): string[] {
  return [...after].filter(([what, answer]) => before.get(what) !== answer).map(([what]) => what)
}

/** All that everybody else is told: by name, address and form. */
async function answers({ people }: World, sought: Sought): Promise<Answers> {
  const all = await each(STANDING, async (who) => [...(await answersTo(people[who], sought, who))], 1)
  return new Map(all.flat())
}

async function answersTo(person: Person | null, sought: Sought, who: Who | 'author' = 'author'): Promise<Answers> {
  const given: [string, string][] = []
  await each(reads(sought), async (path) => {
    for (let at: string | null = path, page = 0; at !== null && page < 5; page++) {
      const told = await look(person, at)
      given.push([`${who} ${path} page ${page}`, bytesOf(told)])
      at = nextOf(path, told)
    }
  })
  await each(READERS.includes(who) ? pageReads(sought) : [], async (path) => {
    for (const form of SHOWN) given.push([`${who} ${path} ${form}`, await pageOf(person, path, form)])
  })
  return new Map(given)
}

/** Who opens the pages too: each of the others sees of them what one of these does. */
const READERS: readonly (Who | 'author')[] = ['outsider', 'viewer', 'editor', 'owner', 'author']

/** The forms in which a page shows something of anybody. */
const SHOWN = ['page', 'payload'] as const

async function pageOf(person: Person | null, path: string, form: (typeof SHOWN)[number]): Promise<string> {
  const { told } = await open(path, person?.as ?? null, form)
  return bytesOf(told)
}

/**
 * What changed for the others. The rows of a page come in the order in which they were ready, so a page that differs is
 * asked for again: one that can't be told from what it was before is the same.
 */
async function changedFor(world: World, before: Answers, after: Answers): Promise<string[]> {
  const wrong: string[] = []
  for (const what of changed(before, after)) {
    const [who = '', path = '', ...form] = what.split(' ')
    const asked = SHOWN.find((each) => each === form.join(' '))
    if (!asked || !(await comesBack(() => pageOf(world.people[who as Who], path, asked), before.get(what)))) {
      wrong.push(what)
    }
  }
  return wrong
}

/** How often a page that differs is asked for again. */
const TRIES = 6

async function comesBack(again: () => Promise<string>, answer: string | undefined): Promise<boolean> {
  for (let tried = 0; tried < TRIES; tried++) if ((await again()) === answer) return true
  return false
}

function look(person: Person | null, path: string): Promise<Told> {
  return ask({ method: 'GET', path, as: person?.as ?? null })
}

/** The address of the page after this one, as its cursor has it. */
function nextOf(path: string, { status, headers, text }: Told): string | null {
  if (status !== 200 || headers.get('content-type') !== 'application/json') return null
  const { next = null } = JSON.parse(text) as { next?: string | null }
  return next && `${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(next)}`
}
