import { v7 } from 'uuid'
import { Refusal } from '@/domain/refusal'
import { audit, NOBODY } from '../audit'
import { db } from '../db'
import { allow, forgive, giveBack } from '../limits'
import { peerAddress } from '../peer'
import { hashOf, newSecret } from '../secret'
import { takeCode } from './codes'
import { stopped } from './sign-in'
import type { SignedIn } from './signed-in'

/** So long someone has between their password and their code; in minutes. */
export const STEP_MINUTES = 10

const tooLate = () =>
  new Refusal('signed-out', 'Too much time has passed since your password. Please begin again on the sign-in page.')

/** Whether this person gives a code as well when they sign in. */
export async function asksForCode(userId: string): Promise<boolean> {
  return (await db.secondFactor.count({ where: { userId, onAt: { not: null } } })) > 0
}

/** Keeps what the first step showed until the code is there. Answers the token that the browser keeps meanwhile. */
export async function beginStep({ id, verified = null, accountId = null }: SignedIn): Promise<string> {
  const token = newSecret()
  const expiresAt = new Date(Date.now() + STEP_MINUTES * 60_000)
  await db.$transaction(async (tx) => {
    await tx.signInStep.deleteMany({ where: { userId: id, expiresAt: { lte: new Date() } } })
    await tx.signInStep.create({
      data: { id: v7(), tokenHash: hashOf(token), userId: id, verified, accountId, expiresAt },
    })
    await audit(tx, { deed: 'sign-in.halfway', actorId: id, subject: id })
  })
  return token
}

/** Whether a sign-in with this token waits for its code. */
export async function waitsForCode(token: string): Promise<boolean> {
  return (await db.signInStep.count({ where: { tokenHash: hashOf(token), expiresAt: { gt: new Date() } } })) > 0
}

/**
 * Who signs in with this code after their first step; null where it is wrong. The step is used up together with the code.
 * Refuses with `too-many` past the allowance of the account, whoever began.
 */
export async function finishStep(token: string, code: string): Promise<SignedIn | null> {
  await allow('signInPerAddress', peerAddress(), () => stopped(NOBODY))
  const waiting = { tokenHash: hashOf(token), expiresAt: { gt: new Date() } }
  const step = await db.signInStep.findFirst({ where: waiting, include: { user: true } })
  if (!step) throw tooLate()
  const { userId, verified, accountId, user } = step
  await allow('codesPerAccount', userId, () => stopped(userId))
  const right = await db.$transaction(async (tx) => {
    const taken = await takeCode(tx, userId, code)
    if (!taken) {
      await audit(tx, { deed: 'sign-in.refused', actorId: null, subject: userId })
      return false
    }
    const { count } = await tx.signInStep.deleteMany({ where: { id: step.id } })
    if (count === 0) throw tooLate()
    return true
  })
  if (!right) return null
  await forgive('codesPerAccount', userId)
  await giveBack('signInPerAddress', peerAddress())
  return { id: userId, name: user.name, verified, accountId, coded: true }
}
