import { cookies } from 'next/headers'
import { cache } from 'react'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { findActor, findWriter, sessionCookie } from '@/server/auth'

/** Who asks, by session cookie, with their roles as they are now; null when nobody is signed in. Once per request. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const token = (await cookies()).get(sessionCookie())?.value
  return token ? findActor(token) : null
})

const SIGNED_OUT = 'You are signed out. Please sign in and try again; what you wrote is kept.'

export async function requireActor(): Promise<Actor> {
  const actor = await currentActor()
  if (!actor) throw new Refusal('signed-out', SIGNED_OUT)
  return actor
}

/** Who asks for a write, and what they were answered before to one with the same key. */
export async function requireWriter(key: string) {
  const token = (await cookies()).get(sessionCookie())?.value
  const found = token ? await findWriter(token, key) : null
  if (!found) throw new Refusal('signed-out', SIGNED_OUT)
  return found
}
