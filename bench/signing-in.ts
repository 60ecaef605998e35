import { v7 } from 'uuid'
import { db } from '@/server/db'
import { makeUser } from '@/server/testing/make'
import { median, takeTurns } from './measure'
import type { Bench } from './section'
import type { Section } from './table'

/** How many sign-ins are refused in a turn; each is about another account, since guesses at one are counted. */
const TIMES = 40

/** Further from each other than this the two could be told apart. */
const MOST = 1.1

/** (g) Refused sign-ins: about an address that has an account, one that has none, and an account without a password. */
export async function signingIn({ base, rounds }: Bench): Promise<Section[]> {
  const door = await doorOf(base)
  const { known, unknown, bare } = await takeTurns(rounds, {
    known: async () => refusals(door, await accounts()),
    unknown: async () =>
      refusals(
        door,
        Array.from({ length: TIMES }, () => `nobody-${v7()}@example.org`),
      ),
    bare: async () => refusals(door, await accounts({ passwordHash: null })),
  })
  await db.$disconnect()
  const target = { atMost: MOST }
  return [
    {
      title: '(g) A sign-in that is refused',
      ours: 'one',
      theirs: 'the other',
      rows: [
        { what: 'A known address, and an unknown one', unit: 'ms', ours: known, theirs: unknown, target },
        { what: 'An unknown address, and a known one', unit: 'ms', ours: unknown, theirs: known, target },
        {
          what: 'An account without a password, and an unknown address',
          unit: 'ms',
          ours: bare,
          theirs: unknown,
          target,
        },
      ],
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

/** The median of how long each refusal took, one after the other; in ms. */
async function refusals(door: Door, emails: readonly string[]): Promise<number> {
  const took: number[] = []
  for (const email of emails) {
    const began = performance.now()
    await refused(door, email)
    took.push(performance.now() - began)
  }
  return median(took)
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
