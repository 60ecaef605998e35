import { cookies } from 'next/headers'
import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { currentActor } from '@/app/_door/actor'
import { admit } from '@/app/_door/admit'
import { bytesOf } from '@/app/_door/body'
import { keepPassing, ONCE, passing } from '@/app/_door/passing'
import { fault, FORGET, problem } from '@/app/_door/problem'
import type { IssuerId } from '@/domain/people/issuers'
import { notFound, Refusal } from '@/domain/refusal'
import { authOptions, backCookie, CODE_PAGE, type Visit } from '@/server/auth'
import { config } from '@/server/config'
import { isIssuer, issuerAddress } from '@/server/issuers'
import { allow } from '@/server/limits'
import { refusalPage } from '@/server/people/come-by-issuer'
import { INTENT_MINUTES, openIntent, sealIntent } from '@/server/people/intent'
import { STEP_MINUTES } from '@/server/people/second-step'
import { peerAddress } from '@/server/peer'

type Context = { params: Promise<{ nextauth: string[] }> }

/** What we use of next-auth for everybody; its other routes (its own pages, a log for strangers) stay shut. */
const OPEN = new Set(['GET csrf', 'POST callback/credentials', 'POST callback/code', 'POST signout'])

/** What we use of it for each issuer that is set up: leaving for it, and coming back. */
const OF_ISSUERS = /^(POST signin|GET callback)\/(\w+)$/

/** More than an e-mail address, a password, a token and a sealed intent can need; in bytes. */
const MOST_BYTES = 10_000

/** next-auth's own routes, behind the same checks of origin and size as every other write. */
async function handle(request: Request, context: Context): Promise<Response> {
  try {
    admit(request)
    const { nextauth } = await context.params
    const asked = `${request.method} ${nextauth.join('/')}`
    const [, , issuer] = OF_ISSUERS.exec(asked) ?? []
    const known = isIssuer(issuer) && issuerAddress(issuer) !== null
    if (!OPEN.has(asked) && !known) throw notFound('page')
    const body = request.method === 'POST' ? Buffer.from(await bytesOf(request, MOST_BYTES)) : null
    if (known) {
      await allow('writesPerMinute', peerAddress())
      if (body) await keepIntent(new URLSearchParams(body.toString('utf8')))
    }
    const visit = await visitOf(request)
    const { url, method, headers } = request
    const bounded = new NextRequest(url, { method, headers, body })
    const answered = (await NextAuth(bounded as never, context as never, authOptions(visit))) as Response
    if (visit.waiting !== undefined) await keepPassing('step', visit.waiting, STEP_MINUTES)
    if (asked === 'POST callback/code' && answered.ok) await keepPassing('step', '', 0)
    if (asked === 'POST signout') answered.headers.set(...FORGET)
    return known && !body ? back(answered, visit, issuer) : answered
  } catch (error) {
    return error instanceof Refusal ? problem(error) : fault(error, 'next-auth')
  }
}

async function visitOf(request: Request): Promise<Visit> {
  return {
    userAgent: request.headers.get('user-agent') ?? '',
    actor: await currentActor(),
    step: await passing('step'),
    intent: openIntent(await passing('intent')),
  }
}

/** What somebody leaves for an issuer for: to link what they were let to, to join by an invitation, or to sign in. */
async function keepIntent(form: URLSearchParams): Promise<void> {
  const [linking, invitation] = [form.get('intent'), form.get('invitation')]
  const intent = linking
    ? openIntent(linking)
    : invitation
      ? ({ kind: 'join', token: invitation.slice(0, 200) } as const)
      : ({ kind: 'sign-in' } as const)
  if (!intent) throw new Refusal('invalid', 'Too much time has passed. Please begin to link the account again.')
  await keepPassing('intent', sealIntent(intent), INTENT_MINUTES)
}

/** The way back from an issuer leads to pages of ours; next-auth's own for what went wrong is one that we don't have. */
async function back(answered: Response, { to }: Visit, issuer: IssuerId): Promise<Response> {
  for (const name of ONCE) await keepPassing(name, '', 0)
  const { pathname } = new URL(answered.headers.get('location') ?? '/', config.publicOrigin)
  const path = pathname.startsWith('/api/auth/')
    ? refusalPage('/sign-in', 'failed', issuer)
    : pathname === CODE_PAGE
      ? `${CODE_PAGE}?next=${encodeURIComponent(to ?? (await wantedPath()))}`
      : to
  const headers = new Headers(answered.headers)
  if (path !== undefined) headers.set('location', config.publicOrigin + path)
  headers.set('cache-control', 'private, no-store')
  return new Response(null, { status: answered.status, headers })
}

/** Where they wanted to go when they left; next-auth keeps addresses of ours only. */
async function wantedPath(): Promise<string> {
  const address = (await cookies()).get(backCookie())?.value ?? ''
  return URL.canParse(address) ? new URL(address).pathname + new URL(address).search : '/'
}

export { handle as GET, handle as POST }
