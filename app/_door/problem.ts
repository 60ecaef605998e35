import { STATUS, type Refusal } from '@/domain/refusal'
import { causeOf, log } from '@/server/log'

/** Answers are for one person and for now. */
export const PRIVATE = { 'cache-control': 'private, no-store' }

/** A refusal as problem details (RFC 9457); `details` carries, for a conflict, both texts. */
export function problem({ kind, message, details }: Refusal): Response {
  const status = STATUS[kind]
  const wait: Record<string, string> =
    typeof details.retryAfter === 'number' ? { 'retry-after': String(details.retryAfter) } : {}
  return Response.json(
    { ...details, type: `urn:assay:problem:${kind}`, title: message, status },
    { status, headers: { ...PRIVATE, ...wait, 'content-type': 'application/problem+json' } },
  )
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
