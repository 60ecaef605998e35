import { createHash } from 'node:crypto'
import { z } from 'zod'
import { endpoints, type Answer, type EndpointKey, type Endpoints, type Input } from '@/domain/endpoints'
import type { Endpoint } from '@/domain/endpoint'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { noteRefusal } from '@/server/audit/note-refusal'
import { sessionCookie } from '@/server/auth'
import { config } from '@/server/config'
import { sameWrite, type Answered } from '@/server/events'
import { allow } from '@/server/limits'
import { measured } from '@/server/metrics'
import { peerAddress } from '@/server/peer'
import { requireActor, requireWriter } from './actor'
import { admit, isLook } from './admit'
import { bearerOf, requireProgram } from './bearer'
import { bytesOf, jsonOf } from './body'
import { kept } from './kept'
import { fault, FORGET, PRIVATE, problem } from './problem'

type ActorOf<K extends EndpointKey> = Endpoints[K]['permission'] extends 'public' ? null : Actor
type Service<K extends EndpointKey> = (actor: ActorOf<K>, input: Input<K>, request: Request) => Promise<Answer<K>>
type Context = { params: Promise<Record<string, string | string[] | undefined> | undefined> }

/** What a key may look like: what programs use for it, nothing that needs escaping. */
const KEY = /^[\w.:-]{8,200}$/

/**
 * Opens a service to HTTP: origin, who asks, how often, what they send, what the service answers.
 *
 * Who asks is known by the session's cookie, or by a token, which the cookie never stands in for. Refusals become problem
 * details; anything else thrown is a bug and surfaces as 500. A write by someone signed in must carry an `Idempotency-Key`;
 * with the same key it gets the answer that it got before.
 */
export function route<K extends EndpointKey>(key: K, service: Service<K>) {
  const declared: Endpoint = endpoints[key]
  return async function handle(request: Request, context: Context): Promise<Response> {
    const began = performance.now()
    const response = await answered(request, context)
    measured(key, response.status, performance.now() - began)
    return response
  }

  async function answered(request: Request, context: Context): Promise<Response> {
    let asking: Actor | null = null
    try {
      const token = declared.permission === 'public' ? null : bearerOf(request)
      admit(request, token)
      const writing = !isLook(request)
      const retryKey = request.headers.get('idempotency-key') ?? ''
      const { actor, before } =
        token === null
          ? await callerOf(declared, writing, retryKey)
          : await requireProgram(request, token, declared, retryKey)
      if (writing) asking = actor
      await allow(writing ? 'writesPerMinute' : 'readsPerMinute', actor?.id ?? peerAddress())
      const bytes = writing ? await bytesOf(request, mostBytes(declared)) : new Uint8Array()
      const writer =
        actor && writing
          ? { ...actor, write: writeOf(request, retryKey, bytes, token === null ? '' : actor.sessionId) }
          : actor
      if (writer?.write && before)
        return Response.json(sameWrite(writer.write.fingerprint, before).answer, { headers: PRIVATE })
      const input = {
        params: parse(declared.params, (await context.params) ?? {}),
        query: parse(declared.query, queryOf(request)),
        body: declared.body === 'bytes' ? bytes : declared.body && parse(declared.body, jsonOf(request, bytes)),
      }
      const answer = await service(writer as ActorOf<K>, input as Input<K>, request)
      if (answer instanceof Response) return answer
      const { answer: schema } = declared
      if (!(schema instanceof z.ZodType)) throw new TypeError(`${key} must answer with a Response`)
      if (declared.kept) return await kept(request, answer as object, (each) => schema.parse(each))
      return Response.json(schema.parse(answer), { headers: PRIVATE })
    } catch (error) {
      if (!(error instanceof Refusal)) return fault(error, key)
      if (asking) await noteRefusal(asking, error)
      const response = problem(error)
      if (error.kind === 'signed-out' && hadSession(request)) response.headers.set(...FORGET)
      return response
    }
  }
}

/** Whether a browser comes with a session, over or not. */
const hadSession = (request: Request) => request.headers.get('cookie')?.includes(`${sessionCookie()}=`) ?? false

function mostBytes(declared: Endpoint): number {
  return declared.body === 'bytes' || declared.large ? config.limits.uploadBytes : config.limits.bodyBytes
}

/** Who asks, and what they were answered if they made this write before; nobody where the endpoint is for everyone. */
async function callerOf(
  { permission }: Endpoint,
  writing: boolean,
  key: string,
): Promise<{ actor: Actor | null; before: Answered | null }> {
  if (permission === 'public') return { actor: null, before: null }
  return writing ? requireWriter(key) : { actor: await requireActor(), before: null }
}

/** What tells a write from others; a program's is not taken for one of its person, nor for that of another token. */
function writeOf(request: Request, key: string, bytes: Uint8Array, by: string): NonNullable<Actor['write']> {
  if (!KEY.test(key)) {
    throw new Refusal('invalid', 'A write needs an Idempotency-Key header: 8 to 200 letters, digits or . _ : -')
  }
  const { pathname, search } = new URL(request.url)
  const fingerprint = createHash('sha256')
    .update(`${by && `${by} `}${request.method} ${pathname}${search}\n`)
    .update(bytes)
    .digest('hex')
  return { key, fingerprint }
}

/** The query by its names. One that is given twice could be read in two ways, and is refused. */
function queryOf(request: Request): Record<string, string> {
  const given = [...new URL(request.url).searchParams]
  const names = new Set<string>()
  const twice = given.find(([name]) => names.size === names.add(name).size)
  if (twice) throw new Refusal('invalid', `“${twice[0].slice(0, 40)}” is in the address more than once.`)
  return Object.fromEntries(given)
}

/** Parses what came from outside; the refusal names each field and what is wrong with it. */
function parse(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }))
  const [first] = fields
  throw new Refusal(
    'invalid',
    first?.field ? `${first.field}: ${first.message}` : (first?.message ?? 'This is not valid.'),
    { fields },
  )
}
