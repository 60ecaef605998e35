import { v7 } from 'uuid'
import { db } from '@/server/db'
import { makeUser } from '@/server/testing/make'
import { median } from './measure'
import type { Bench } from './section'
import type { Section } from './table'

/** How many sign-ins are refused in a turn; each is about another account, since guesses at one are counted. */
const TIMES = 40

/** Further from each other than this the two could be told apart. */
const MOST = 1.1

const KINDS = ['known', 'unknown', 'bare'] as const
type Each<T> = Record<(typeof KINDS)[number], T>

/**
 * (g) Refused sign-ins: about an address that has an account, one that has none, and an account without a password. They
 * take turns one by one, since what is to be told apart is a few milliseconds, and a busy machine takes more.
 */
export async function signingIn({ base, rounds }: Bench): Promise<Section[]> {
  const door = await doorOf(base)
  const taken: Each<number>[] = []
  for (let round = 0; round <= rounds; round++) taken.push(await refusals(door))
  await db.$disconnect()
  // The first round warms up.
  const of = (kind: keyof Each<number>) => taken.slice(1).map((each) => each[kind])
  const rows: [string, keyof Each<number>, keyof Each<number>][] = [
    ['A known address, and an unknown one', 'known', 'unknown'],
    ['An unknown address, and a known one', 'unknown', 'known'],
    ['An account without a password, and an unknown address', 'bare', 'unknown'],
  ]
  return [
    {
      title: '(g) A sign-in that is refused',
      ours: 'one',
      theirs: 'the other',
      rows: rows.map(([what, one, other]) => ({
        ...{ what, unit: 'ms', ours: of(one), theirs: of(other) },
        target: { atMost: MOST },
      })),
    },
  ]
}

/** Addresses of new accounts. */
async function accounts(more: { passwordHash?: null } = {}): Promise<string[]> {
  const users = []
  for (let made = 0; made < TIMES; made++) users.push(await makeUser('Ada'))
  if ('passwordHash' in more)
    await db.user.updateMany({ where: { id: { in: users.map(({ id }) => id) } }, data: { passwordHash: null } })
  return users.map(({ email }) => email)
}

type Door = { base: string; csrfToken: string; cookie: string }

async function doorOf(base: string): Promise<Door> {
  const response = await fetch(`${base}/api/auth/csrf`)
  const { csrfToken } = (await response.json()) as { csrfToken: string }
  const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0])
  return { base, csrfToken, cookie: cookie.join('; ') }
}

/** The median of how long each kind of refusal took; in ms. Another kind comes first each time. */
async function refusals(door: Door): Promise<Each<number>> {
  const emails: Each<string[]> = {
    known: await accounts(),
    unknown: Array.from({ length: TIMES }, () => `nobody-${v7()}@example.org`),
    bare: await accounts({ passwordHash: null }),
  }
  const took: Each<number[]> = { known: [], unknown: [], bare: [] }
  for (let at = 0; at < TIMES * KINDS.length; at++) {
    const turn = Math.floor(at / KINDS.length)
    const kind = KINDS[(at + turn) % KINDS.length] ?? 'known'
    const began = performance.now()
    await refused(door, emails[kind][turn] ?? '')
    took[kind].push(performance.now() - began)
  }
  return { known: median(took.known), unknown: median(took.unknown), bare: median(took.bare) }
}

async function refused({ base, csrfToken, cookie }: Door, email: string): Promise<void> {
  const response = await fetch(`${base}/api/auth/callback/credentials`, {
    method: 'POST',
    headers: { cookie, origin: new URL(base).origin },
    body: new URLSearchParams({ email, password: 'not the password', csrfToken, json: 'true' }),
  })
  await response.text()
  if (response.status !== 401) throw new Error(`A wrong password was answered with ${response.status}`)
}
