/** The kinds of "no" that a caller can act on, with their HTTP status (RFC 9110). */
export const STATUS = {
  'signed-out': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  unsupported: 415,
  invalid: 422,
  'too-many': 429,
  unavailable: 503,
} as const

export type RefusalKind = keyof typeof STATUS

/**
 * A refusal that the caller can act on. Anything else that is thrown is a bug and surfaces as 500.
 *
 * `message` is shown to people as it is: what happened, why, what to do. `details` travels in the problem document
 * (RFC 9457), for example both texts of a stale edit.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  constructor(
    readonly kind: RefusalKind,
    message: string,
    readonly details: Record<string, unknown> = {},
    /** Of what the policy refuses, and all members may know of: where, and which permission was missing. */
    readonly about?: { workspaceId: string; permission: string },
  ) {
    super(message)
  }
}

/** The one answer for what does not exist and for what the actor may not know to exist. */
export function notFound(noun: string): Refusal {
  return new Refusal('not-found', `This ${noun} does not exist, or you can't see it.`)
}
