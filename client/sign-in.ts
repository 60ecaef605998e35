import { Problem } from './call'
import { tellSignedOut } from './session'

async function token(): Promise<string> {
  const response = await fetch('/api/auth/csrf')
  if (!response.ok) throw new Problem(response.status, 'Assay could not be reached. Please try again.')
  return ((await response.json()) as { csrfToken: string }).csrfToken
}

async function post(path: string, fields: Record<string, string>): Promise<URL> {
  const body = new URLSearchParams({ ...fields, csrfToken: await token(), json: 'true' })
  const response = await fetch(`/api/auth/${path}`, { method: 'POST', body })
  const { url, title } = (await response.json().catch(() => ({}))) as { url?: string; title?: string }
  if (title !== undefined) throw new Problem(response.status, title)
  return new URL(url ?? '/', location.href)
}

/** next-auth names wrong credentials so; whatever else a refusal says reaches us as its message. */
function refuse(url: URL, wrong: string): void {
  const error = url.searchParams.get('error')
  if (error === null) return
  throw error === 'CredentialsSignin' ? new Problem(401, wrong) : new Problem(429, error)
}

/**
 * Gives e-mail address and password, or throws a Problem with the reason: the credentials, or too many attempts. Answers
 * whether a code is asked for before anyone is signed in.
 */
export async function signIn(email: string, password: string): Promise<'done' | 'code'> {
  const url = await post('callback/credentials', { email, password, callbackUrl: location.origin })
  refuse(url, 'E-mail address and password do not match an account. Check both and try again.')
  return url.pathname === '/sign-in/code' ? 'code' : 'done'
}

/** Gives the code that is asked for after the password; throws a Problem with the reason if it is not taken. */
export async function giveCode(code: string): Promise<void> {
  const url = await post('callback/code', { code, callbackUrl: location.origin })
  refuse(url, 'This code is not right, or it was used already. Wait for the next one and try again.')
}

/**
 * Leaves for an issuer, to come back signed in and on the way to `next`. `invitation` is the token of one that is to be
 * used, `intent` what `POST /me/accounts` answered.
 */
export async function leaveFor(
  issuer: string,
  { next, ...wish }: { next: string; invitation?: string; intent?: string },
): Promise<never> {
  const url = await post(`signin/${issuer}`, { ...wish, callbackUrl: next })
  if (url.origin === location.origin)
    throw new Problem(503, 'The other side could not be reached. Please try again in a moment, or use your password.')
  return go(url.href)
}

/**
 * Signs this browser out and leaves for another page, in a way that keeps nothing of this one: what a tab remembered goes,
 * other tabs are covered, and drafts stay as what nobody can read (`client/drafts.ts`).
 */
export async function signOut(to = '/sign-in'): Promise<never> {
  await post('signout', { callbackUrl: location.origin })
  sessionStorage.clear()
  tellSignedOut()
  return go(to)
}

/** Leaves for another page, and stays busy until it is there. */
export function go(path: string): Promise<never> {
  location.assign(path)
  return new Promise(() => undefined)
}
