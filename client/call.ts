import { v7 } from 'uuid'
import type { Answer, EndpointKey, Request as Sent } from '@/domain/endpoints'
import { sessionEnded } from './session'

/** A "no" from the API, with the words to show and, for a conflict, both texts. */
export class Problem extends Error {
  override readonly name = 'Problem'

  constructor(
    readonly status: number,
    message: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(message)
  }

  /** Whether the same request may succeed later: the network failed, or the server was busy or at fault. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500
  }
}

type Empty<T> = Record<string, never> extends T ? true : false
type Args<K extends EndpointKey> = (Empty<Sent<K>['params']> extends true
  ? { params?: never }
  : { params: Sent<K>['params'] }) &
  (Empty<Sent<K>['query']> extends true ? { query?: Sent<K>['query'] } : { query: Sent<K>['query'] }) &
  (Sent<K>['body'] extends null ? { body?: never } : { body: Sent<K>['body'] })

export type Options = {
  /** The same key on every attempt of one write, so that a retry has one effect. Made here if left out. */
  idempotencyKey?: string
  signal?: AbortSignal
}

/**
 * Calls an endpoint of /api/v1, typed by its declaration. Throws a `Problem` with words that can be shown.
 *
 * @example const document = await call('GET /documents/{documentId}', { params: { documentId } })
 */
export async function call<K extends EndpointKey>(key: K, args: Args<K>, options: Options = {}): Promise<Answer<K>> {
  const response = await send(key, args, options)
  if (response.ok) return (isJson(response) ? await response.json() : response) as Answer<K>
  if (response.status === 401) sessionEnded()
  throw await problemOf(response)
}

async function send(
  key: string,
  args: { params?: unknown; query?: unknown; body?: unknown },
  options: Options,
): Promise<Response> {
  const [method, path = ''] = key.split(' ')
  const { body } = args
  const headers: Record<string, string> = {}
  if (method !== 'GET') headers['idempotency-key'] = options.idempotencyKey ?? v7()
  if (body !== undefined)
    headers['content-type'] = body instanceof Blob ? 'application/octet-stream' : 'application/json'
  try {
    return await fetch(urlOf(path, args.params as Fields, args.query as Fields), {
      method: method ?? 'GET',
      headers,
      body: body === undefined ? null : body instanceof Blob ? body : JSON.stringify(body),
      signal: options.signal ?? null,
    })
  } catch (error) {
    if (options.signal?.aborted) throw error
    throw new Problem(0, 'Assay could not be reached. Check your connection; what you wrote is kept.')
  }
}

type Fields = Record<string, string | number | undefined> | undefined

/** The address of an endpoint with its parameters filled in. */
export function urlOf(path: string, params: Fields = {}, query: Fields = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value))
  return `/api/v1${filled}${search.size > 0 ? `?${search}` : ''}`
}

async function problemOf(response: Response): Promise<Problem> {
  const fallback = `Assay answered with an error (${response.status}). Please try again.`
  if (!isJson(response)) return new Problem(response.status, fallback)
  const { title, ...details } = (await response.json()) as Record<string, unknown>
  return new Problem(response.status, typeof title === 'string' ? title : fallback, details)
}

function isJson(response: Response): boolean {
  return /[/+]json/.test(response.headers.get('content-type') ?? '')
}
