/** What is sent, as a program sends it: `as` is the value of a Cookie header, null for nobody. */
export type Asked = {
  method: string
  path: string
  as: string | null
  /** In place of what is sent otherwise; null leaves a header out. */
  headers?: Record<string, string | null>
  body?: unknown
}

export type Told = { status: number; headers: Headers; text: string }

/** The server under test, as its pages know it: what a browser sends as Origin. */
export const ORIGIN = new URL(process.env.BASE_URL ?? 'http://localhost:3000').origin

let writes = 0

/** Sends one request over HTTP as it is: no redirect is followed, nothing is kept. Writes get what every write carries. */
export async function ask({ method, path, as, headers = {}, body }: Asked): Promise<Told> {
  const writing = method !== 'GET' && method !== 'HEAD'
  const request: RequestInit = {
    method,
    redirect: 'manual',
    headers: given({
      ...(as && { cookie: as }),
      ...(writing && { origin: ORIGIN, 'idempotency-key': `write-${process.pid}-${++writes}` }),
      ...(body !== undefined && { 'content-type': contentType(body) }),
      ...headers,
    }),
    ...(body !== undefined && { body: encoded(body) }),
  }
  const response = await fetch(ORIGIN + path, request)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

function given(headers: Record<string, string | null>): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))
}

function contentType(body: unknown): string {
  return body instanceof Uint8Array ? 'application/octet-stream' : 'application/json'
}

function encoded(body: unknown): string | Uint8Array<ArrayBuffer> {
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body)
}

/** Runs `work` for each item, a few at a time, and answers in their order. */
export async function each<I, O>(
  items: readonly I[],
  work: (item: I, at: number) => Promise<O>,
  atOnce = 8,
): Promise<O[]> {
  const answers: O[] = []
  let next = 0
  const runner = async () => {
    for (let at = next++; at < items.length; at = next++) answers[at] = await work(items[at] as I, at)
  }
  await Promise.all(Array.from({ length: atOnce }, runner))
  return answers
}
