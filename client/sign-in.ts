import { Problem } from './call'

async function token(): Promise<string> {
  const response = await fetch('/api/auth/csrf')
  if (!response.ok) throw new Problem(response.status, 'Assay could not be reached. Please try again.')
  return ((await response.json()) as { csrfToken: string }).csrfToken
}

async function post(path: string, fields: Record<string, string>): Promise<URL> {
  const body = new URLSearchParams({ ...fields, csrfToken: await token(), json: 'true' })
  const response = await fetch(`/api/auth/${path}`, { method: 'POST', body })
  const { url } = (await response.json().catch(() => ({}))) as { url?: string }
  return new URL(url ?? '/', location.href)
}

/** Signs in, or throws a Problem with the reason: the credentials, or too many attempts. */
export async function signIn(email: string, password: string): Promise<void> {
  const url = await post('callback/credentials', { email, password, callbackUrl: location.origin })
  const error = url.searchParams.get('error')
  if (error === null) return
  // next-auth names a wrong password so; whatever else a refusal says reaches us as its message.
  if (error === 'CredentialsSignin')
    throw new Problem(401, 'E-mail address and password do not match an account. Check both and try again.')
  throw new Problem(429, error)
}

/** Signs this browser out. */
export async function signOut(): Promise<void> {
  await post('signout', { callbackUrl: location.origin })
}

/** Leaves for another page, and stays busy until it is there. */
export function go(path: string): Promise<never> {
  location.assign(path)
  return new Promise(() => undefined)
}
