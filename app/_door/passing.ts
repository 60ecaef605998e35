import { cookies } from 'next/headers'
import type { Linked } from '@/domain/people/links'
import { passingCookie } from '@/server/auth'
import { config } from '@/server/config'

/** What a browser takes along to an issuer; of no use once it is back, however that went. */
export const ONCE = ['intent', 'state', 'pkce', 'nonce'] as const

/** What a browser keeps while somebody is on the way in: a sign-in half done, a wish, the secret of a link. */
export type Passing = 'step' | Linked | (typeof ONCE)[number]

/** Has the browser keep something for a while: not for scripts, and not for other sites. */
export async function keepPassing(name: Passing, value: string, minutes: number): Promise<void> {
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: config.secureCookies } as const
  ;(await cookies()).set(passingCookie(name), value, { ...options, maxAge: minutes * 60 })
}

/** What the browser keeps; empty where it keeps nothing, which is no guess and counts as none. */
export async function passing(name: Passing): Promise<string> {
  return (await cookies()).get(passingCookie(name))?.value ?? ''
}
