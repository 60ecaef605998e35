import { STATUS, type Refusal, type RefusalKind } from '@/domain/refusal'
import { causeOf, log } from '@/server/log'

/** Answers are for one person and for now. */
export const PRIVATE = { 'cache-control': 'private, no-store' }

/**
 * Has a browser forget the texts that it keeps to ask for them again, once nobody is signed in. Browsers heed it under https
 * and on localhost. Never more than this: what else is kept there is drafts, and those are sealed.
 */
export const FORGET = ['clear-site-data', '"cache"'] as const

/** A refusal as problem details (RFC 9457); `details` carries, for a conflict, both texts. */
export function problem({ kind, message, details }: Refusal): Response {
  const status = STATUS[kind]
  const wait: Record<string, string> =
    typeof details.retryAfter === 'number' ? { 'retry-after': String(details.retryAfter) } : {}
  const asked = challenge(kind, details.error)
  return Response.json(
    { ...details, type: `urn:assay:problem:${kind}`, title: message, status },
    { status, headers: { ...PRIVATE, ...wait, ...asked, 'content-type': 'application/problem+json' } },
  )
}

/** What programs are told of how to ask (RFC 6750), and what was wrong with their token; browsers show nothing of it. */
function challenge(kind: RefusalKind, error: unknown): Record<string, string> {
  const about = typeof error === 'string' ? `, error="${error}"` : ''
  return kind === 'signed-out' || about ? { 'www-authenticate': `Bearer realm="Assay"${about}` } : {}
}

/** A bug: the caller learns only that it is ours, the log what it was. */
export function fault(error: unknown, where: string): Response {
  log.error({ err: causeOf(error), where }, 'a request failed')
  return Response.json(
    {
      type: 'urn:assay:problem:fault',
      title: 'Something went wrong on our side. Nothing was changed. Please try again.',
      status: 500,
    },
    { status: 500, headers: { ...PRIVATE, 'content-type': 'application/problem+json' } },
  )
}
