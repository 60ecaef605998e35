import { endpoints, type EndpointKey } from '@/domain/endpoints'
import type { Endpoint } from '@/domain/endpoint'
import { digest } from '@/server/testing/digest'
import { ask, each, type Asked, type Told } from './ask'
import { CALLS, pathOf, type Requested } from './calls'
import type { Call } from './calls/call'
import { placesOf, type Place } from './places'
import { askedOf, validRequest } from './valid'
import { expect, test, type Person, type World } from './world'
import {
  bodyWith,
  BROKEN_ESCAPES,
  brokenBodies,
  dealt,
  IN_PATHS,
  IN_QUERIES,
  isWrongIn,
  NOWHERE,
  someValues,
} from './wrong'

/*
 * What does not belong, in every place that is read: of bodies and queries as the schemas have them, of addresses, and of
 * headers. All of it comes from the list of endpoints, so that what is added later is asked too. Each place gets some of
 * every kind, and over all places everything is tried: what is dealt to which is counted out, not drawn. It is refused with
 * problem details that say why, and changes nothing; what happens to be allowed is never a fault.
 */

test.use({ purpose: 'types' })

const keys = Object.keys(endpoints) as EndpointKey[]

/** One thing that is wrong, as it is asked; `refused` where no schema may let it through. */
type Attempt = { name: string; asked: Asked; refused: boolean; status?: number }

/** Tries everything, and says of which it can't be said that it was refused well. */
async function complaintsOf(attempts: readonly Attempt[]): Promise<string[]> {
  const told = await each(attempts, ({ asked }) => ask(asked))
  return told.flatMap((answer, at) => {
    const { name, refused, status } = attempts[at] as Attempt
    const wrong = wrongIn(answer, refused, status)
    return wrong ? [`${name}: ${wrong}: ${answer.text.slice(0, 200)}`] : []
  })
}

function wrongIn({ status, headers, text }: Told, refused: boolean, expected?: number): string | null {
  if (status < 400) return refused ? `taken, with ${status}` : null
  if (status >= 500) return `a fault, ${status}`
  if (expected !== undefined && status !== expected) return `${status} instead of ${expected}`
  if (headers.get('content-type') !== 'application/problem+json') return `${status}, and no problem details`
  const { title, type, status: said } = JSON.parse(text) as Record<string, unknown>
  if (typeof title !== 'string' || title.length < 10 || said !== status) return 'no sentence'
  if (!String(type).startsWith('urn:assay:problem:')) return 'no type'
  return /prisma|SELECT |postgres|node_modules|\bat \w+ \(/.test(text) ? 'it tells of its inside' : null
}

/** Whether something is made or changed by requests in which nothing is right. */
async function expectRefused(world: World, attempts: readonly Attempt[]): Promise<void> {
  const never = attempts.filter(({ refused }) => refused)
  const before = await digest(world.scope())
  const wrong = await complaintsOf(never)
  expect(wrong).toEqual([])
  expect(await digest(world.scope()), 'nothing changed').toEqual(before)
  expect(await complaintsOf(attempts.filter(({ refused }) => !refused))).toEqual([])
}

/** The first call of an endpoint that says something in a place, so that all around it is right. */
async function requestsOf(world: World, key: EndpointKey): Promise<Requested[]> {
  return each(CALLS[key] as readonly Call[], (call) => validRequest(world, key, call), 1)
}

/** How many places the endpoints before this one have: so each place gets something else. */
const turnOf = (key: EndpointKey): number => TURNS.get(key) ?? 0
const TURNS = new Map(keys.map((key, at) => [key, keys.slice(0, at).flatMap(placesOf).length]))

const nameOf = ({ part, path }: Place) => `${part}.${path.join('.')}`

test('the schemas say of most places what belongs there', () => {
  const places = keys.flatMap(placesOf)
  expect(places.length).toBeGreaterThan(400)
  expect(places.filter(({ kinds }) => kinds === null).length).toBeLessThan(places.length / 20)
})

for (const key of keys) {
  test(key, async ({ world }) => {
    const owner = world.people.owner as Person
    const requests = await requestsOf(world, key)
    const attempts = [
      ...inBodies(key, requests, owner),
      ...inQueries(key, requests[0] as Requested, owner),
      ...inPaths(key, requests[0] as Requested, owner),
    ]
    await expectRefused(world, attempts)
  })
}

/** Every value in every place of a body, in the first of the calls that has such a place, and bodies that are none. */
function inBodies(key: EndpointKey, requests: readonly Requested[], owner: Person): Attempt[] {
  const { body } = endpoints[key] as Endpoint
  if (body === null || body === 'bytes') return []
  const places = placesOf(key).filter(({ part }) => part === 'body')
  const attempts = places.flatMap((place, at) => {
    const turn = turnOf(key) + at
    const sent = (name: string, text: string | null, refused: boolean): Attempt[] => {
      const [found] = requests.flatMap((request) => {
        const spoilt = bodyWith(request.body, place.path, text)
        return spoilt === null ? [] : [{ request, spoilt }]
      })
      if (!found) return []
      const asked = { ...askedOf(found.request, owner), ...raw(found.spoilt) }
      return [{ name: `${nameOf(place)} ${name}`, asked, refused }]
    }
    return [
      ...someValues(turn).flatMap((value) => sent(value.name, value.text, isWrongIn(place, value))),
      ...dealt(NOWHERE, 3, turn).flatMap(({ name, text }) => sent(name, text, true)),
      ...sent('left out', null, !place.optional),
    ]
  })
  const [first] = requests as [Requested]
  const broken = dealt(brokenBodies(first.body), 12, keys.indexOf(key)).map(({ name, bytes, type, status }) => {
    const asked = { ...askedOf(first, owner), body: bytes, headers: { 'content-type': type } }
    return { name, asked, refused: true, status }
  })
  const none = { ...askedOf(first, owner), body: new Uint8Array(), headers: { 'content-type': 'application/json' } }
  return [...attempts, ...broken, { name: 'no body', asked: none, refused: true }]
}

const raw = (text: string) => ({
  body: new TextEncoder().encode(text),
  headers: { 'content-type': 'application/json' },
})

/** In each parameter what is none, each parameter twice and with operators, and names that there are not. */
function inQueries(key: EndpointKey, request: Requested, owner: Person): Attempt[] {
  const asked = askedOf(request, owner)
  const [path = '', search = ''] = asked.path.split('?')
  const given = [...new URLSearchParams(search)]
  const send = (name: string, query: string, refused: boolean): Attempt => {
    const others = new URLSearchParams(given.filter(([other]) => other !== name)).toString()
    return { name: `?${query}`, asked: { ...asked, path: `${path}?${others && `${others}&`}${query}` }, refused }
  }
  const places = placesOf(key).filter(({ part }) => part === 'query')
  return [
    ...places.flatMap(({ path: [name = ''], free, optional }, at) => [
      ...dealt([...IN_QUERIES, ...BROKEN_ESCAPES], 6, turnOf(key) + at).map((value) =>
        send(name, `${name}=${value}`, !free && !value.startsWith('%')),
      ),
      send(name, `${name}=a&${name}=a`, true),
      ...[`${name}[]=a`, `${name}[$ne]=a`, `${name}.contains=a`, `${name}%00=a`].map((query) =>
        send(name, query, true),
      ),
      ...(optional ? [] : [send(name, '', true)]),
    ]),
    ...dealt(
      ['__proto__[admin]=1', 'constructor=1', 'toString=1', 'workspaceId=1', '=1', 'a'],
      2,
      keys.indexOf(key),
    ).map((query) => send('', query, true)),
  ]
}

/** The number of a part is read as numbers are: 0, and white space, is the first. */
const NO_NUMBERS = IN_PATHS.filter((value) => Number(decodeURIComponent(value)) !== 0)

/** In each parameter of the address what is no id. */
function inPaths(key: EndpointKey, request: Requested, owner: Person): Attempt[] {
  return Object.keys(request.params).flatMap((name) =>
    dealt(name === 'number' ? NO_NUMBERS : IN_PATHS, 6, keys.indexOf(key)).map((value) => {
      const address = pathOf({ ...request, params: { ...request.params, [name]: value } })
      return {
        name: `{${name}} ${value.slice(0, 40)}`,
        asked: { ...askedOf(request, owner), path: address },
        refused: true,
      }
    }),
  )
}

test('an address that can’t be read is refused, by the server before any endpoint', async ({ world }) => {
  const owner = world.people.owner as Person
  const { projectId } = world.places.own
  for (const escape of BROKEN_ESCAPES) {
    for (const path of [`/api/v1/documents/${escape}`, `/api/v1/projects/${projectId}/${escape}`, `/d/${escape}`]) {
      const { status, text } = await ask({ method: 'GET', path, as: owner.as })
      expect([400, 404, 422], `${path}: ${status} ${text.slice(0, 100)}`).toContain(status)
    }
  }
})

/** What stands in headers that are read, and is nothing that is meant to stand there. */
const HEADERS: Readonly<Record<string, readonly string[]>> = {
  cookie: [
    ...[
      'assay.session',
      'assay.session=',
      'assay.session=%',
      'assay.session=%ff',
      'assay.session="a"',
      '=a; =b',
      ';;;',
    ],
    ...[
      'assay.session=null',
      'assay.session={"$ne":1}',
      `assay.session=${'a'.repeat(4000)}`,
      'assay.session=a; assay.session=b',
    ],
    ...['__proto__=a', 'assay.session=%00', "assay.session=' OR 1=1"],
  ],
  'if-none-match': ['*', '"', 'W/', 'W/"', ',,,', '"a", "b"', '__proto__', 'a'.repeat(4000)],
  'accept-encoding': ['*', 'br;q=0', 'gzip;q=a', ',', '__proto__', 'identity;q=0', 'a'.repeat(4000)],
  'user-agent': ['', '\u0080\u00ff', '<script>', '${jndi:ldap://a}', 'a'.repeat(4000)],
  authorization: ['Bearer', 'Bearer ', 'Basic', 'Basic %', 'Bearer a b', 'Bearer null', '__proto__'],
  'x-forwarded-for': ['', ',', 'a', '::1%eth0', '127.0.0.1, 127.0.0.1', '999.1.1.1', "' OR 1=1"],
  'x-forwarded-host': ['evil.example', 'evil.example:99999', '@'],
  range: ['bytes=0-', 'bytes=-1', 'bytes=5-1', 'bytes=0-0,1-1', 'a'],
  accept: ['', '*', 'a/b;q=x', '../..'],
  'accept-language': ['', '*', '%', 'a'.repeat(4000)],
  'next-action': ['a'.repeat(40), 'x'],
  'content-length': [],
}

test('headers that are read may hold anything: never a fault', async ({ world }) => {
  const { as } = world.people.owner as Person
  const { documentId, versionId } = world.places.own
  const paths = [
    '/api/v1/me',
    `/api/v1/documents/${documentId}/spans`,
    `/api/v1/versions/${versionId}/parts/0`,
    '/workspaces',
  ]
  const asked = Object.entries(HEADERS).flatMap(([name, values]) =>
    values.flatMap((value) => paths.map((path) => ({ method: 'GET', path, as, headers: { [name]: value } }))),
  )
  const told = await each(asked, ask)
  expect(told.flatMap(({ status }, at) => (status < 500 ? [] : [{ status, ...asked[at] }]))).toEqual([])
  const strangers = told.filter((_, at) => 'cookie' in (asked[at]?.headers ?? {}) && asked[at]?.path === '/api/v1/me')
  expect([...new Set(strangers.map(({ status }) => status))], 'nobody is signed in by nonsense').toEqual([401])
})

test('an Idempotency-Key that is none is refused in words', async ({ world }) => {
  const owner = world.people.owner as Person
  const asked = askedOf(await validRequest(world, 'POST /workspaces'), owner)
  const values = [
    '',
    'short',
    'with space in it',
    'null\u00ff-null',
    '{"$ne":1}',
    '../../../../etc',
    'a'.repeat(201),
    'é'.repeat(9),
  ]
  const attempts = values.map((value) => ({
    ...{ name: value, refused: true, status: 422 },
    asked: { ...asked, headers: { 'idempotency-key': value } },
  }))
  await expectRefused(world, attempts)
})
