import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { db } from '../db'
import { allow, forgive } from '../limits'
import { passwordMatches } from './password'
import { stopped } from './sign-in'

/** Someone without a password shows who they are by having signed in not longer ago than this; in ms. */
const FRESH_MS = 15 * 60_000

/**
 * Has the person show once more who they are, before what an unattended browser must not do: by their password, or where
 * they have none, by a session that is new. Guesses count as attempts to sign in.
 */
export async function prove(actor: Actor, password: string): Promise<void> {
  const { email, passwordHash } = await db.user.findUniqueOrThrow({ where: { id: actor.id } })
  if (passwordHash === null) return requireFresh(actor)
  await allow('signInPerAccount', email, () => stopped(actor.id))
  if (!(await passwordMatches(passwordHash, password))) {
    const message = 'This is not your password. Nothing was changed.'
    throw new Refusal('invalid', message, { fields: [{ field: 'password', message }] })
  }
  await forgive('signInPerAccount', email)
}

/** Refuses where the session is older than a quarter of an hour. */
export async function requireFresh({ id, sessionId }: Actor): Promise<void> {
  const since = new Date(Date.now() - FRESH_MS)
  const fresh = await db.session.count({ where: { id: sessionId, userId: id, createdAt: { gt: since } } })
  if (fresh === 0)
    throw new Refusal(
      'forbidden',
      'You signed in more than a quarter of an hour ago. Please sign out and in again, then do this.',
    )
}
