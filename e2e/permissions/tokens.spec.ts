import { takesTokens, type Endpoint } from '@/domain/endpoint'
import { endpoints, type EndpointKey } from '@/domain/endpoints'
import { ROLES } from '@/domain/permissions/role'
import { STATUS } from '@/domain/refusal'
import { digest } from '@/server/testing/digest'
import { makeJoined, makeToken } from '@/server/testing/make-place'
import { ask, each } from './ask'
import { cellsOf, check, prepare, type Cell, type Credentials } from './cells'
import { addressOf, PAGES } from './pages'
import { makeSubject } from './subjects'
import { expect, test, type Person, type World } from './world'

/*
 * The matrix once more, asked with tokens: where they are taken, one of each role is answered as the session of that role
 * is; one that may only read changes nothing; and of a workspace that it is not for it knows nothing, even if its person
 * owns that too. Programs name no origin.
 */

test.use({ purpose: 'tokens' })

const keys = (Object.keys(endpoints) as EndpointKey[]).filter(
  (key) => (endpoints[key] as Endpoint).permission !== 'public',
)
const isOpen = (key: EndpointKey) => takesTokens(endpoints[key] as Endpoint)
const isLook = (key: EndpointKey) => key.startsWith('GET ')

/** A token that was used just now: that it was is written every few minutes only. */
async function tokenOf(world: World, person: Person, scope: 'read' | 'write'): Promise<Credentials> {
  const { secret } = await makeToken(world.places.own, person.id, scope)
  const by = { as: null, headers: { authorization: `Bearer ${secret}`, origin: '' } }
  expect((await ask({ method: 'GET', path: '/api/v1/me', ...by })).status).toBe(200)
  return by
}

/** Of each endpoint one variant for each role, another for the next role and the next endpoint. */
function sampleOf(key: EndpointKey, nth: number, where: Cell['where']): Cell[] {
  const cells = cellsOf(key).filter((cell) => cell.where === where)
  return ROLES.flatMap((who, more) => {
    const theirs = cells.filter((cell) => cell.who === who)
    return theirs.length > 0 ? [theirs[(nth + more) % theirs.length] as Cell] : []
  })
}

/** The cell, with what a token is answered in it. */
const asked = (cell: Cell): Cell => (isOpen(cell.key) ? cell : { ...cell, status: STATUS.forbidden })

test('a token of each role is answered as the session of that role, where tokens are taken, and refused elsewhere', async ({
  world,
}) => {
  test.setTimeout(600_000)
  const tokens = new Map<string, Promise<Credentials>>()
  const wrongIn = async (cell: Cell) => {
    const prepared = await prepare(world, asked(cell))
    const person = prepared.person as Person
    const token = tokens.get(person.id) ?? tokenOf(world, person, 'write')
    tokens.set(person.id, token)
    const wrong = await check(world, prepared, await token)
    return wrong && `${cell.key}: ${wrong}`
  }
  const cells = keys.flatMap((key, nth) => sampleOf(key, nth, 'own'))
  expect(cells.length).toBeGreaterThan(500)
  // What succeeds and changes something comes one after the other, since one may be in the way of the next.
  const changes = (cell: Cell) => asked(cell).status === 200 && !isLook(cell.key)
  const complaints = await each(
    cells.filter((cell) => !changes(cell)),
    wrongIn,
  )
  for (const cell of cells.filter(changes)) complaints.push(await wrongIn(cell))
  expect(complaints.filter(Boolean)).toEqual([])
})

test('of another workspace a token knows nothing, though its person owns that too', async ({ world }) => {
  test.setTimeout(600_000)
  const person = (await world.someone('owner')) as Person
  await makeJoined(world.places.foreign.workspaceId, 'owner', person.id)
  const token = await tokenOf(world, person, 'write')
  const cells = keys.flatMap((key, nth) => sampleOf(key, nth, 'foreign').filter(({ who }) => who === 'owner'))
  const prepared = await each(cells, async (cell) => ({ ...(await prepare(world, asked(cell))), person }))
  const before = await digest(world.scope())
  const wrong = await each(
    prepared.filter(({ cell }) => cell.status !== 200),
    (one) => check(world, one, token),
  )
  expect(wrong.length).toBeGreaterThan(150)
  expect(wrong.filter(Boolean)).toEqual([])
  expect(await digest(world.scope()), 'nothing changed').toEqual(before)
  // What lists of everything say, they say of its own workspace alone.
  const told = await each(
    prepared.filter(({ cell }) => cell.status === 200),
    (one) => check(world, one, token),
  )
  expect(told.length).toBeGreaterThan(3)
  expect(told.filter(Boolean)).toEqual([])
})

test('a token that may only read does nothing, whatever its person may do', async ({ world }) => {
  const owner = world.people.owner as Person
  const token = await tokenOf(world, owner, 'read')
  const writes = keys.filter((key) => !isLook(key))
  const prepared = await each(writes, async (key) => {
    const cell = cellsOf(key).find(({ who, where }) => who === 'owner' && where === 'own') as Cell
    return prepare(world, { ...cell, status: STATUS.forbidden })
  })
  const before = await digest(world.scope())
  expect((await each(prepared, (one) => check(world, one, token))).filter(Boolean)).toEqual([])
  expect(await digest(world.scope()), 'nothing changed').toEqual(before)
})

test('one that is not good is refused everywhere, though a session comes with it', async ({ world }) => {
  const owner = world.people.owner as Person
  const by = { as: owner.as, headers: { authorization: 'Bearer assay_of-nobody' } }
  const prepared = await each(keys, async (key) => {
    const cell = cellsOf(key).find(({ who, where }) => who === 'owner' && where === 'own') as Cell
    return prepare(world, { ...cell, status: STATUS['signed-out'] })
  })
  const before = await digest(world.scope())
  expect((await each(prepared, (one) => check(world, one, by))).filter(Boolean)).toEqual([])
  expect(await digest(world.scope()), 'nothing changed').toEqual(before)
})

test('no page takes a token: whoever brings one is asked to sign in', async ({ world }) => {
  const owner = world.people.owner as Person
  const { headers = {} } = await tokenOf(world, owner, 'write')
  for (const [route, page] of Object.entries(PAGES)) {
    if (page.gate === 'public') continue
    const ids = await makeSubject(page.on, world.places.own, { own: false }, owner)
    const told = await ask({ method: 'GET', path: addressOf(route, page, ids), as: null, headers })
    expect([route, told.status, told.headers.get('location')]).toMatchObject([
      route,
      307,
      expect.stringMatching(/^\/sign-in/),
    ])
  }
})
