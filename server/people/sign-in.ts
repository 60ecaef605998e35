import { z } from 'zod'
import { Email } from '@/domain/people/person'
import { audit, NOBODY } from '../audit'
import { db } from '../db'
import { allow, forgive, giveBack } from '../limits'
import { peerAddress } from '../peer'
import { passwordMatches } from './password'
import type { SignedIn } from './signed-in'

const Credentials = z.object({ email: Email, password: z.string().min(1).max(200) })

/**
 * Who signs in with these credentials, or null: an unknown address, an account without a password and a wrong password are
 * the same answer after the same work. Refuses with `too-many` past the allowance of the account or of the caller's
 * address. A success gives the account its allowance back and does not count against the address, from which a whole
 * office may come.
 */
export async function signIn(credentials: unknown): Promise<SignedIn | null> {
  await allow('signInPerAddress', peerAddress(), () => stopped(NOBODY))
  const parsed = Credentials.safeParse(credentials)
  if (!parsed.success) return null
  const { email, password } = parsed.data
  const find = () => db.user.findUnique({ where: { email, erasedAt: null } })
  await allow('signInPerAccount', email, async () => stopped((await find())?.id ?? NOBODY))
  const user = await find()
  const matches = await passwordMatches(user?.passwordHash ?? null, password)
  if (!user || !matches) {
    await audit(db, { deed: 'sign-in.refused', actorId: null, subject: user?.id ?? NOBODY })
    return null
  }
  await forgive('signInPerAccount', email)
  await giveBack('signInPerAddress', peerAddress())
  return { id: user.id, name: user.name, verified: user.passwordHash }
}

/** Writes down that someone tried too often, at the account of the subject or from one address at nobody’s in particular. */
export const stopped = (subject: string): Promise<void> =>
  audit(db, { deed: 'sign-in.stopped', actorId: null, subject })
