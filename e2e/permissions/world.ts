import { test as base } from '@playwright/test'
import { ROLES, type Role } from '@/domain/permissions/role'
import type { Scope } from '@/server/testing/digest'
import { makeMember, makeUser, signIn, type MadeUser } from '@/server/testing/make'
import { makeOutsider, makePlace, makeRemoved, sessionIdOf, type Place } from '@/server/testing/make-place'
import { ask } from './ask'

export { expect } from '@playwright/test'

/** How someone may stand towards the workspace "own"; nobody belongs to the workspace "foreign". */
export const STANDING = ['anonymous', 'outsider', 'removed', ...ROLES] as const
export type Who = (typeof STANDING)[number]
export const PLACES = ['own', 'foreign'] as const
export type Where = (typeof PLACES)[number]

/** Someone signed in: `as` is their Cookie header. */
export type Person = MadeUser & { who: Who; as: string; sessionId: string }

/** The role that a standing means in a workspace; null for none. */
export function roleIn(where: Where, who: Who): Role | null {
  return where === 'own' ? (ROLES.find((role) => role === who) ?? null) : null
}

async function enter(who: Who, user: MadeUser): Promise<Person> {
  const { name, value } = await signIn(user)
  return { ...user, who, as: `${name}=${value}`, sessionId: await sessionIdOf(value) }
}

const MAKE: Readonly<Record<'outsider' | 'removed', (workspaceId: string) => Promise<MadeUser>>> = {
  outsider: () => makeOutsider('Otto Outsider'),
  removed: (workspaceId) => makeRemoved(workspaceId, 'admin', 'Rita Removed'),
}

async function makePerson({ workspaceId }: Place, who: Exclude<Who, 'anonymous'>): Promise<Person> {
  const user =
    who === 'outsider' || who === 'removed' ? await MAKE[who](workspaceId) : await makeMember(workspaceId, who)
  return enter(who, user)
}

/** Was a member, signed in, and is removed by the owner while the browser is open: the session outlives the membership. */
async function makeJustRemoved({ workspaceId }: Place, owner: Person): Promise<Person> {
  const person = await enter('removed', await makeMember(workspaceId, 'admin', 'Rita Removed'))
  const path = `/api/v1/workspaces/${workspaceId}`
  const before = await ask({ method: 'GET', path, as: person.as })
  const removal = await ask({ method: 'DELETE', path: `${path}/members/${person.id}`, as: owner.as })
  const after = await ask({ method: 'GET', path, as: person.as })
  const told = [before.status, removal.status, after.status].join()
  if (told !== '200,200,404') throw new Error(`Removing someone was answered with ${told}.`)
  return person
}

/**
 * Two workspaces, someone of each standing, and a register of all who appear. `shared` holds what calls that change
 * nothing can look at together.
 */
export async function makeWorld() {
  const places: Record<Where, Place> = { own: await makePlace(), foreign: await makePlace() }
  const known: string[] = [places.own.ownerId, places.foreign.ownerId]
  /** Someone of this standing: a new one each time, for calls that use people up. */
  const someone = async (who: Who): Promise<Person | null> => {
    if (who === 'anonymous') return null
    const person = await makePerson(places.own, who)
    known.push(person.id)
    return person
  }
  const people = {} as Record<Who, Person | null>
  for (const who of STANDING) if (who !== 'removed') people[who] = await someone(who)
  people.removed = await makeJustRemoved(places.own, people.owner as Person)
  known.push(people.removed.id)
  const foreigner = await enter('outsider', await makeUser('Fiona Foreign'))
  known.push(foreigner.id)
  const scope = (): Scope => ({ workspaceIds: PLACES.map((where) => places[where].workspaceId), userIds: known })
  return { places, people, someone, scope, foreigner, shared: new Map<string, Promise<unknown>>() }
}

export type World = Awaited<ReturnType<typeof makeWorld>>

/**
 * Tests of one worker share a world: what they use up, they make. What some leave behind (members, documents taken out of
 * the trash) is in the way of others, so each file names its `purpose`, and gets workers and worlds of its own.
 */
export const test = base.extend<object, { purpose: string; world: World }>({
  purpose: ['', { scope: 'worker', option: true }],
  // Playwright reads the names of fixtures out of the first parameter, and takes nothing else there.
  world: [async ({ purpose: _ }, use) => use(await makeWorld()), { scope: 'worker' }],
})
