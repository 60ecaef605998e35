import { z } from 'zod'
import { Email } from '@/domain/people/person'
import { db } from '../db'
import { allow, forgive, giveBack } from '../limits'
import { peerAddress } from '../peer'
import { passwordMatches } from './password'

const Credentials = z.object({ email: Email, password: z.string().min(1).max(200) })

/** Who signed in, and the hash that their password was checked against: a session opens only while it still holds. */
export type SignedIn = { id: string; name: string; verified: string }

/**
 * Who signs in with these credentials, or null: unknown address and wrong password are the same answer after the same
 * work. Refuses with `too-many` past the allowance of the account or of the caller's address. A success gives the account
 * its allowance back and does not count against the address, from which a whole office may come.
 */
export async function signIn(credentials: unknown): Promise<SignedIn | null> {
  await allow('signInPerAddress', peerAddress())
  const parsed = Credentials.safeParse(credentials)
  if (!parsed.success) return null
  const { email, password } = parsed.data
  await allow('signInPerAccount', email)
  const user = await db.user.findUnique({ where: { email } })
  const matches = await passwordMatches(user?.passwordHash ?? null, password)
  if (!user || !matches) return null
  await forgive('signInPerAccount', email)
  await giveBack('signInPerAddress', peerAddress())
  return { id: user.id, name: user.name, verified: user.passwordHash }
}
