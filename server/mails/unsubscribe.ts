import { createHmac, timingSafeEqual } from 'node:crypto'
import { Id } from '@/domain/endpoint'
import { config } from '../config'
import { db } from '../db'
import { stopMail } from '../notifications/choices'

/** Signed for nothing else, so that no signature made elsewhere is one here. */
const PURPOSE = 'unsubscribe:'

const sign = (userId: string): string =>
  createHmac('sha256', config.secret).update(`${PURPOSE}${userId}`).digest('base64url')

/** What stands in the link by which someone gets no more mail: who they are, and our word for it. It does not expire. */
export const unsubscribeToken = (userId: string): string => `${userId}.${sign(userId)}`

/** Whom such a token is for; null if it is not ours. */
export function subscriberOf(token: string): string | null {
  const [userId = '', signature = ''] = token.split('.')
  if (config.secret === '' || !Id.safeParse(userId).success) return null
  const [given, right] = [Buffer.from(signature), Buffer.from(sign(userId))]
  return given.length === right.length && timingSafeEqual(given, right) ? userId : null
}

/** Ends all mail to whoever holds the link, signed in or not. False for a link that is not ours. */
export async function unsubscribe(token: string): Promise<boolean> {
  const userId = subscriberOf(token)
  const user =
    userId === null ? null : await db.user.findUnique({ where: { id: userId }, select: { id: true, name: true } })
  if (!user) return false
  await stopMail({ ...user, sessionId: user.id, roles: new Map() })
  return true
}
