import { v7 } from 'uuid'
import { z } from 'zod'
import { endpoints, type EndpointKey } from '@/domain/endpoints'
import type { Endpoint } from '@/domain/endpoint'
import { digest } from '@/server/testing/digest'
import { chance, SEED, shuffled, type Chance } from '../chance'
import { ask, each, type Told } from './ask'
import { CALLS, pathOf, requestOf, type Requested } from './calls'
import type { Call } from './calls/call'
import { askerOf, draw, makeHidden, sorts, type Asking, type Hidden, type Sort } from './foreign'
import { ID_NAMES, type Ids, type Variant } from './ids'
import { makeSubject } from './subjects'
import { expect, test, type Person, type World } from './world'

/*
 * Every id of every request, one at a time, swapped for the id of the same kind of thing in a workspace that the owner
 * who asks does not belong to: never found, with the very words that an id gets that nothing has, and nothing changes.
 */

test.use({ purpose: 'swap' })

/** What is swapped: a place in the request, and what to put there. `fresh` is an id that the caller makes up. */
type Swap = { path: readonly string[]; from: string; to: string; fresh: boolean }

/** Ids of nothing, one of each kind. */
const SOME = { ...Object.fromEntries(ID_NAMES.map((name) => [name, v7()])), sentence: '', mark: '' } as unknown as Ids

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Calls by which someone asks for their own, shared and private alike, where both are taken; a reviewer where they must. */
const variantOf = (key: EndpointKey): Variant => ({
  own: true,
  reviewer: /\/(verdicts|sign|unsign|dissents|answer)$/.test(key),
  private: key.endsWith('/share'),
  trashed: key === 'POST /documents/{documentId}/restore',
  bound: 'viewer',
})

/** A valid call that succeeds for an owner: the first of the table which isn't about themselves. */
function callsOf(key: EndpointKey): readonly Call[] {
  return (CALLS[key] as readonly Call[]).filter((call) => !call.moot?.(variantOf(key), 'admin', 'own'))
}

/** Ids that stand in a row, with commas between them: a schema does not show that. */
const LISTS: Partial<Record<EndpointKey, string[]>> = {
  'GET /documents/{documentId}/annotations': ['query.ids'],
  'GET /projects/{projectId}/similar-claims': ['query.annotations'],
  'GET /projects/{projectId}/report.md': ['query.claims'],
  'GET /projects/{projectId}/report.docx': ['query.claims'],
}

/** Those that take ids. Links are no ids: who holds one may use it, from wherever they are. */
const keys = (Object.keys(endpoints) as EndpointKey[]).filter(
  (key) => (endpoints[key] as Endpoint).permission !== 'public' && idsOf(key).size > 0,
)

test('every id that a schema takes stands in some call of the table', () => {
  expect(keys.length).toBeGreaterThan(100)
  for (const key of keys) {
    const named = callsOf(key).flatMap((call) => {
      const request = requestOf(key, call, SOME, variantOf(key))
      return swapsIn(request, SOME, SOME).map(({ path }) => path.join('.'))
    })
    const firsts = named.filter((path) => !/\.[1-9]\d*(\.|$)/.test(path))
    expect(new Set(firsts), key).toEqual(idsOf(key))
  }
})

for (const key of keys) {
  for (const [at, call] of callsOf(key).entries()) {
    test(`${key}${at === 0 ? '' : ` (${at + 1})`}`, async ({ world }) => {
      const owner = call.spends ? ((await world.someone('owner')) as Person) : (world.people.owner as Person)
      const variant = { ...variantOf(key), ...(call.on === 'member' && { own: false }) }
      const mine = await makeSubject(call.on, world.places.own, variant, owner, call.state)
      const theirs = await makeSubject(call.on, world.places.foreign, variant, world.foreigner, call.state)
      const request = requestOf(key, call, mine, variant)
      const swaps = swapsIn(request, mine, theirs)
      const before = await digest(world.scope())
      for (const swap of swaps) await expectNotFound(request, swap, owner)
      expect(await digest(world.scope()), 'nothing changed').toEqual(before)

      const told = await send(request, owner)
      expect(told.status, `as it is it succeeds: ${told.text}`).toBe(200)
    })
  }
}

/** How many requests with foreign ids are generated, over all endpoints, places of ids and sorts of ids. */
const GENERATED = 10_000

/** Endpoints are asked in as many parts, so that workers share them. */
const PARTS_OF_ALL = 8

for (let part = 0; part < PARTS_OF_ALL; part++) {
  test(`generated requests with foreign ids, part ${part + 1} (seed ${SEED})`, async ({ world }) => {
    const by = chance(SEED + part)
    const hidden = await makeHidden(world)
    const asking: Generated[] = []
    for (const key of keys.filter((_, at) => at % PARTS_OF_ALL === part)) {
      for (const call of callsOf(key)) asking.push(...(await placesIn(world, key, call, hidden)))
    }
    const before = await digest(world.scope())
    const twins = new Map<string, Promise<Told>>()
    const requests = generated(asking, by)
    expect(requests.length).toBe(GENERATED / PARTS_OF_ALL)
    const wrong = await each(requests, (one) => unlike(world, one, twins))
    expect(wrong.filter(Boolean).slice(0, 20)).toEqual([])
    expect(await digest(world.scope()), 'nothing changed').toEqual(before)
  })
}

/** A place of a request where an id stands, and what is to stand there. */
type Generated = { request: Requested; swap: Swap; name: keyof Ids; sort: Sort; asked: Asking; drawn: Drawn | null }
type Drawn = NonNullable<ReturnType<typeof draw>>

/** Every place of an id in a call, with every sort of ids; ids that the caller makes up are told of by a conflict. */
async function placesIn(world: World, key: EndpointKey, call: Call, hidden: Hidden): Promise<Generated[]> {
  const owner = world.people.owner as Person
  const variant = { ...variantOf(key), ...(call.on === 'member' && { own: false }) }
  const mine = await makeSubject(call.on, world.places.own, variant, owner, call.state)
  const theirs = await makeSubject(call.on, world.places.foreign, variant, world.foreigner, call.state)
  const request = requestOf(key, call, mine, variant)
  const places = swapsIn(request, mine, theirs).filter(({ fresh }) => !fresh)
  return places.flatMap((swap) =>
    sorts.map((sort) => {
      const name = nameOf(swap.path, swap.from, mine) as keyof Ids
      return { request, swap, name, sort, asked: { mine, theirs, hidden }, drawn: null }
    }),
  )
}

/** As many as are asked for: each place with each sort once, as far as there are such ids, and then again. */
function generated(asking: readonly Generated[], by: Chance): (Generated & { drawn: Drawn })[] {
  const drawn: (Generated & { drawn: Drawn })[] = []
  while (drawn.length < GENERATED / PARTS_OF_ALL) {
    const round = shuffled(asking, by).flatMap((one) => {
      const id = draw(one.sort, one.name as (typeof ID_NAMES)[number], one.asked, by)
      return id === null ? [] : [{ ...one, drawn: id }]
    })
    drawn.push(...round.slice(0, GENERATED / PARTS_OF_ALL - drawn.length))
  }
  return drawn
}

/** What tells a foreign id from one of nothing; null if nothing does. */
async function unlike(
  world: World,
  { request, swap, sort, drawn }: Generated & { drawn: Drawn },
  twins: Map<string, Promise<Told>>,
) {
  const asker = askerOf(world, sort)
  const where = swap.path.join('.')
  const name = JSON.stringify([request.method, pathOf(request), request.body, where, asker.who, drawn.shape])
  // In an address they are written so that they arrive as they are.
  const written = (id: string) => (swap.path[0] === 'params' ? encodeURIComponent(id) : id)
  const nothing = twins.get(name) ?? send(put(request, swap.path, written(drawn.nothing)), asker)
  twins.set(name, nothing)
  const told = await send(put(request, swap.path, written(drawn.id)), asker)
  const [got, expected] = [JSON.stringify(same(told)), JSON.stringify(same(await nothing))]
  const filter = FILTERS.has(where) && !isSubject(request, where)
  if (got === expected && (filter || told.status >= 400) && told.status < 500) return null
  return `${request.method} ${request.template} ${where}, ${sort}: ${got.slice(0, 300)} and not ${expected.slice(0, 300)}`
}

/** A filter that names what nobody can see finds nothing, where all else is refused: both look like an id of nothing. */
const FILTERS = new Set([
  ...['query.label', 'query.author', 'query.ids', 'query.document', 'query.claim', 'query.annotations'],
  ...['query.workspace', 'query.project', 'query.person'],
])

/** What is named of a thing that one may see, and is none of it, is not valid: it is told which field, and no more. */
const PARTS = new Set(['body.reviewerIds.0', 'body.add', 'body.drop', 'body.evidenceIds.0', 'body.assigneeId'])

async function expectNotFound(request: Requested, swap: Swap, owner: Person): Promise<void> {
  const where = swap.path.join('.')
  const told = await send(put(request, swap.path, swap.to), owner)
  if (swap.fresh) {
    // The id of a new thing that something has already, wherever that is: refused, and nothing said of it.
    expect({ where, status: told.status }).toEqual({ where, status: 409 })
    expect(told.text).not.toMatch(/cinnabar|scrap|whisper/)
    return
  }
  const nothing = await send(put(request, swap.path, v7()), owner)
  const empty = EMPTY[request.template]
  if (FILTERS.has(where) && !isSubject(request, where)) {
    expect(told.status).toBe(200)
    if (empty) expect(JSON.parse(told.text)).toMatchObject(empty)
  } else expect({ where, status: told.status }, told.text).toEqual({ where, status: PARTS.has(where) ? 422 : 404 })
  expect(same(told), where).toEqual(same(nothing))
}

/** A report on a document is about that, not narrowed to it. */
const isSubject = ({ template }: Requested, where: string) =>
  template.startsWith('/projects/{projectId}/report.') && where === 'query.document'

/** What a list says that holds nothing. */
const EMPTY: Readonly<Record<string, Record<string, unknown>>> = {
  '/documents/{documentId}/spans': { ids: [], starts: [], labelTable: [], authorTable: [] },
  '/documents/{documentId}/annotations': { items: [], next: null },
  '/projects/{projectId}/claims': { items: [], next: null },
  '/projects/{projectId}/relations': { items: [], next: null },
}

/** All of an answer but the time, and what a proxy might add. */
function same({ status, headers, text }: Told) {
  const { date: _, ...rest } = Object.fromEntries(headers)
  return { status, headers: rest, text }
}

function send(request: Requested, { as }: Person): Promise<Told> {
  return ask({ method: request.method, path: pathOf(request), as, body: request.body })
}

/** Every id in a request, with the one of the other workspace that is to stand in its place. */
function swapsIn(request: Requested, mine: Ids, theirs: Ids): Swap[] {
  const { params, query, body } = request
  return leaves({ params, query, ...(body instanceof Uint8Array ? {} : { body }) }).flatMap(([path, value]) => {
    if (typeof value !== 'string' || !UUID.test(value)) return []
    const name = nameOf(path, value, mine)
    const fresh = name === null
    return { path, from: value, to: fresh ? takenFor(request, path, theirs) : String(theirs[name]), fresh }
  })
}

/** Which of the ids it is: by the parameter's name, or by the only one that has this value. */
function nameOf(path: readonly string[], value: string, mine: Ids): keyof Ids | null {
  const last = path.at(-1) as keyof Ids
  if (mine[last] === value) return last
  const [name] = (Object.keys(mine) as (keyof Ids)[]).filter((each) => mine[each] === value)
  return name ?? null
}

/** An id of the other workspace that a thing of the kind that is to be made has there. */
function takenFor({ template }: Requested, path: readonly string[], theirs: Ids): string {
  if (path.includes('note') || template.endsWith('/comments')) return theirs.commentId
  if (path.includes('occurrences')) return theirs.occurrenceId
  const kinds: readonly [RegExp, string][] = [
    [/\/annotations$/, theirs.annotationId],
    [/\/(claims|split)$/, theirs.claimId],
    [/\/occurrences$/, theirs.occurrenceId],
    [/\/relations$/, theirs.relationId],
    [/\/cleared$/, theirs.clearedId],
    [/\/phases$/, theirs.phaseId],
    [/\/reviews$/, theirs.reviewId],
    [/\/(rounds|object)$/, theirs.roundId],
    [/\/verdicts$/, theirs.verdictId],
    [/\/evidence$/, theirs.evidenceId],
    [/\/sources$/, theirs.sourceId],
    [/\/attachments$/, theirs.attachmentId],
    [/\/questions$/, theirs.questionId],
    [/\/findings$/, theirs.findingId],
    [/\/dissents$/, theirs.dissentId],
    [/\/corrections$/, theirs.correctionId],
    [/\/labels$/, theirs.labelId],
    [/\/(documents|uploads|from-web)$/, theirs.documentId],
    [/\/projects$/, theirs.projectId],
    [/\/exports$/, theirs.exportId],
    [/\/invitations$/, theirs.invitationId],
    [/\/workspaces$/, theirs.workspaceId],
    [/\/tokens$/, theirs.tokenId],
    [/\/webhooks$/, theirs.webhookId],
  ]
  const [, id] = kinds.find(([end]) => end.test(template)) ?? []
  if (id === undefined) throw new Error(`Say in swap.spec.ts what ${template} makes.`)
  return id
}

function leaves(value: unknown, path: readonly string[] = []): [readonly string[], unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, [...path, name]))
}

/** The request with another value in one place. */
function put(request: Requested, path: readonly string[], value: string): Requested {
  const copy = { ...structuredClone({ ...request, body: null }), body: bodyOf(request) }
  const holder = path.slice(0, -1).reduce<Record<string, unknown>>((at, name) => at[name] as never, copy)
  holder[path.at(-1) ?? ''] = value
  return copy
}

function bodyOf({ body }: Requested): unknown {
  return body instanceof Uint8Array ? body : structuredClone(body)
}

/** Where the schemas of an endpoint take ids. */
function idsOf(key: EndpointKey): Set<string> {
  const { params, query, body } = endpoints[key] as Endpoint
  const shapes = { params, query, ...(body instanceof z.ZodType && { body }) }
  const found = Object.entries(shapes).flatMap(([part, shape]) =>
    uuids(z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Schema, part),
  )
  return new Set([...found, ...(LISTS[key] ?? [])])
}

type Schema = {
  format?: string
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
}

/** Of a list the first place stands for all; of choices all are looked at. */
function uuids({ format, properties = {}, items, anyOf = [], oneOf = [] }: Schema, path: string): string[] {
  if (format === 'uuid') return [path]
  return [
    ...Object.entries(properties).flatMap(([name, inner]) => uuids(inner, `${path}.${name}`)),
    ...(items ? uuids(items, `${path}.0`) : []),
    ...[...anyOf, ...oneOf].flatMap((inner) => uuids(inner, path)),
  ]
}
