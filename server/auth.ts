import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { v7 } from 'uuid'
import type { Actor } from '@/domain/permissions/policy'
import type { Role } from '@/domain/permissions/role'
import { Refusal } from '@/domain/refusal'
import { audit } from './audit'
import { config } from './config'
import { db, prepared, sql, type Sql } from './db'
import type { Answered } from './events'
import { causeOf, log } from './log'
import { peerAddress } from './peer'
import { isIssuer, providers } from './issuers'
import { comeByIssuer, type Identity } from './people/come-by-issuer'
import type { Intent } from './people/intent'
import { asksForCode, beginStep, finishStep } from './people/second-step'
import { signIn } from './people/sign-in'
import type { SignedIn } from './people/signed-in'
import { ROLE_NOW, STILL_THERE } from './people/going'
import { hashOf, newSecret } from './secret'

const DAY_S = 24 * 60 * 60

/** The last use of a session or a token is written at most this often; in ms. */
export const SEEN_EVERY_MS = 5 * 60_000

/** Under TLS the `__Host-` prefix binds the cookie to this host and to `Path=/`. */
export const sessionCookie = (): string => (config.secureCookies ? '__Host-assay.session' : 'assay.session')

/** What lives only while someone signs in. */
export const passingCookie = (name: string): string => `${config.secureCookies ? '__Host-' : ''}assay.${name}`

/** Where somebody wanted to go when they left for an issuer. */
export const backCookie = (): string => passingCookie('back')

/** What next-auth has to say, without its stacks: a refused sign-in is no error of ours. */
const LOGGER: NonNullable<NextAuthOptions['logger']> = {
  error: (code) => log.warn({ code }, 'next-auth'),
  warn: (code) => log.warn({ code }, 'next-auth'),
  debug: () => undefined,
}

/** next-auth shows the message of whatever is thrown: refusals are meant for people, anything else is ours alone. */
function refuse(error: unknown): never {
  if (error instanceof Refusal) throw error
  log.error({ err: causeOf(error) }, 'signing in failed')
  throw new Refusal('unavailable', 'Signing in does not work right now. Please try again in a moment.')
}

/** A request at the door of next-auth: what it brings along, and what is to become of its browser. */
export type Visit = {
  userAgent: string
  /** Who is signed in already. */
  actor: Actor | null
  /** The token of a sign-in that waits for its code; empty without one. */
  step: string
  /** What they wanted when they left for an issuer. */
  intent: Intent | null
  /** Set here: the token of a sign-in that waits for its code from now on. */
  waiting?: string
  /** Set here: where they go, in the place of where they wanted to. */
  to?: string
}

/** Where a code is asked for. */
export const CODE_PAGE = '/sign-in/code'

/**
 * next-auth with e-mail and password, with a code after it, with issuers, and with sessions as rows. Version 4 gives
 * credentials a JWT only, so our `encode` makes a Session row and hands out its opaque token in the JWT's place; `decode`
 * looks it up again. Made per request, because the configuration is read late.
 */
export function authOptions(visit: Visit): NextAuthOptions {
  const secure = config.secureCookies
  const base = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const
  const passing = (name: string) => ({ name: passingCookie(name), options: base })
  return {
    secret: config.secret,
    session: { strategy: 'jwt', maxAge: config.sessionDays * DAY_S },
    logger: LOGGER,
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/account' },
    useSecureCookies: secure,
    cookies: {
      sessionToken: { name: sessionCookie(), options: base },
      csrfToken: passing('csrf'),
      callbackUrl: { name: backCookie(), options: base },
      ...{ state: passing('state'), pkceCodeVerifier: passing('pkce'), nonce: passing('nonce') },
    },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        authorize: (credentials) => signIn(credentials).catch(refuse),
      }),
      CredentialsProvider({
        id: 'code',
        credentials: { code: {} },
        authorize: (given) => finishStep(visit.step, String(given?.code ?? '').slice(0, MOST_OF_A_CODE)).catch(refuse),
      }),
      ...providers(),
    ],
    callbacks: {
      signIn: ({ user, account }) => admitted(visit, user as SignedIn & Partial<Identity>, account).catch(refuse),
      jwt: ({ token, user }) => ({ ...token, ...((user as SignedIn | undefined) && { signedIn: user }) }),
    },
    jwt: {
      encode: async ({ token }) => {
        if (typeof token?.session === 'string') return token.session
        return token?.signedIn ? openSession(token.signedIn as SignedIn, visit.userAgent, visit.actor) : ''
      },
      decode: async ({ token }) => {
        const actor = token ? await findActor(token) : null
        return actor && token ? { sub: actor.id, name: actor.name, session: token } : null
      },
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.session === 'string') await closeSession(token.session)
      },
    },
  }
}

/** No code is longer, however it is typed. */
const MOST_OF_A_CODE = 40

/**
 * Whether a session opens now: true, or the page to which they go without one. What `openSession` needs to know is put
 * on `user`, which next-auth hands on.
 */
async function admitted(
  visit: Visit,
  user: SignedIn & Partial<Identity>,
  account: { provider: string; providerAccountId: string } | null,
): Promise<true | string> {
  if (isIssuer(account?.provider)) {
    const { name, email = null, verified = false } = user as unknown as Identity
    const identity = { issuer: account.provider, subject: account.providerAccountId, name, email, verified }
    const { signedIn, to } = await comeByIssuer(identity, visit.intent ?? { kind: 'sign-in' }, visit.actor)
    if (!signedIn) return to ?? '/sign-in'
    Object.assign(user, { verified: null, accountId: null, coded: false, ...signedIn })
    if (to !== null) visit.to = to
  }
  if (user.coded || !(await asksForCode(user.id))) return true
  visit.waiting = await beginStep(user)
  return CODE_PAGE
}

/**
 * Signs a browser in: a row for the session, and the opaque token for its cookie, of which only a hash is kept. Empty when
 * what they showed holds no longer (another password, an account that was unlinked) or is not enough (a second factor was
 * turned on meanwhile): the lock on the person makes each such change come wholly before or after. Their sessions that have
 * run out are swept away, and the session that this browser had `before` ends, whoever's it was: a browser has one.
 */
export async function openSession(
  { id, verified = null, accountId = null, coded = false }: Omit<SignedIn, 'name'>,
  userAgent: string,
  before: Pick<Actor, 'id' | 'sessionId'> | null = null,
): Promise<string> {
  const token = newSecret()
  const sessionId = v7()
  const opened = await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "User" WHERE id = ${id}::uuid FOR SHARE`
    await tx.session.deleteMany({ where: { userId: id, expiresAt: { lte: new Date() } } })
    const count = await tx.$executeRaw`
      INSERT INTO "Session" (id, "tokenHash", "userId", address, "userAgent", "expiresAt")
      SELECT ${sessionId}::uuid, ${hashOf(token)}, u.id, ${peerAddress()}, ${userAgent.slice(0, 300)},
        now() + ${config.sessionDays} * interval '1 day'
      FROM "User" u
      WHERE u.id = ${id}::uuid AND u."erasedAt" IS NULL
        AND (u."passwordHash" = ${verified}
          OR EXISTS (SELECT 1 FROM "LinkedAccount" a WHERE a.id = ${accountId}::uuid AND a."userId" = u.id))
        AND (${coded}::boolean
          OR NOT EXISTS (SELECT 1 FROM "SecondFactor" f WHERE f."userId" = u.id AND f."onAt" IS NOT NULL))`
    if (count === 0) return 0
    if (before) {
      const ended = await tx.session.deleteMany({ where: { id: before.sessionId } })
      if (ended.count > 0) await audit(tx, { deed: 'session.closed', actorId: before.id, subject: before.sessionId })
    }
    await audit(tx, { deed: 'session.opened', actorId: id, subject: sessionId })
    return count
  })
  return opened > 0 ? token : ''
}

/** Ends the session of this token, as the one who is signed in wishes. */
async function closeSession(token: string): Promise<void> {
  const [ended] = await db.$queryRaw<{ id: string; userId: string }[]>`
    DELETE FROM "Session" WHERE "tokenHash" = ${hashOf(token)} RETURNING id, "userId"`
  if (ended) await audit(db, { deed: 'session.closed', actorId: ended.userId, subject: ended.id })
}

type SessionRow = {
  sessionId: string
  id: string
  name: string
  stale: boolean
  roles: Record<string, Role> | null
  before: Answered | null
}

/**
 * Who holds this token, with their roles as they are now: one query on every request, so that sign-out, a changed role
 * and removal take effect on the next. Null for a token that is unknown, expired or revoked.
 */
export async function findActor(token: string): Promise<Actor | null> {
  return (await findHolder(token, sql`NULL`))?.actor ?? null
}

/** The same with what they were answered to an earlier write with this key, if there was one: still one query. */
export function findWriter(token: string, key: string): Promise<{ actor: Actor; before: Answered | null } | null> {
  return findHolder(token, answeredTo(key))
}

/** What a person `u` was answered to a write with this key. */
export const answeredTo = (key: string): Sql =>
  sql`(SELECT json_build_object('fingerprint', i.fingerprint, 'answer', i.answer)
    FROM "IdempotentAnswer" i WHERE i."userId" = u.id AND i.key = ${key})`

async function findHolder(token: string, before: Sql) {
  const [row] = await db.$queryRaw<SessionRow[]>`${prepared}
    SELECT s.id AS "sessionId", u.id, u.name, s."lastSeenAt" < now() - ${SEEN_EVERY_MS} * interval '1 ms' AS stale,
      (SELECT json_object_agg(m."workspaceId", ${ROLE_NOW}) FROM "Membership" m JOIN "Workspace" w ON w.id = m."workspaceId"
        WHERE m."userId" = u.id AND ${STILL_THERE}) AS roles,
      ${before} AS before
    FROM "Session" s JOIN "User" u ON u.id = s."userId"
    WHERE s."tokenHash" = ${hashOf(token)} AND s."expiresAt" > now()`
  if (!row) return null
  const { id, name, sessionId, roles } = row
  if (row.stale) await db.session.updateMany({ where: { id: sessionId }, data: { lastSeenAt: new Date() } })
  return { actor: { id, name, sessionId, roles: new Map(Object.entries(roles ?? {})) }, before: row.before }
}
