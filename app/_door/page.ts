import { notFound, redirect } from 'next/navigation'
import { Id } from '@/domain/endpoint'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { currentActor } from './actor'

/** Who reads a page; anyone signed out goes to the sign-in page, and comes back to `path` from there. */
export async function pageActor(path: string): Promise<Actor> {
  const actor = await currentActor()
  if (!actor) redirect(`/sign-in?next=${encodeURIComponent(path)}`)
  return actor
}

/** What a page shows; a thing that the reader may not see, or not open, is a page that does not exist. */
export async function found<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof Refusal && ['not-found', 'forbidden', 'invalid'].includes(error.kind)) notFound()
    throw error
  }
}

/** An id from an address; anything else is a page that does not exist. */
export function idOf(text: string): string {
  const parsed = Id.safeParse(text)
  if (!parsed.success) notFound()
  return parsed.data
}

/** What a page shows, or the refusal that it shows in its place: too many tries, for one. */
export async function orRefusal<T>(answer: Promise<T>): Promise<T | Refusal> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}
