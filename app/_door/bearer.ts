import { takesTokens, type Endpoint } from '@/domain/endpoint'
import { Refusal } from '@/domain/refusal'
import { findProgram, type Program } from '@/server/tokens/find-program'
import { isLook } from './admit'

/**
 * The token that a request carries (RFC 6750): what stands behind `Bearer`, be it one of ours or not; null where there is
 * none. A request with one is a program's: it is never taken for the browser whose cookie it may carry too.
 */
export function bearerOf({ headers }: Request): string | null {
  const found = /^bearer(?:\s+(.*))?$/is.exec(headers.get('authorization')?.trim() ?? '')
  return found && (found[1] ?? '')
}

/** Who asks with this token. Refuses one that is not good, and what it is not good for; each says what to do. */
export async function requireProgram(
  request: Request,
  token: string,
  declared: Endpoint,
  key: string,
): Promise<Program> {
  const looks = isLook(request)
  const program = await findProgram(token, looks ? null : key)
  if (!program) {
    throw new Refusal(
      'signed-out',
      'This token is not good: it was revoked, has run out, or is not one of ours. Make a new one on the account page.',
      { error: 'invalid_token' },
    )
  }
  if (!takesTokens(declared)) {
    throw new Refusal('forbidden', 'Tokens can’t do this: it is a person’s own. Sign in to Assay and do it there.')
  }
  if (!looks && program.scope !== 'write') {
    throw new Refusal(
      'forbidden',
      'This token may only read. To change things, make one on the account page that may read and write.',
      { error: 'insufficient_scope' },
    )
  }
  return program
}
