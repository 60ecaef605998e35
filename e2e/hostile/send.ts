import type { EndpointKey } from '@/domain/endpoints'
import { ask, type Told } from '../permissions/ask'
import { CALLS, pathOf, requestOf, type Requested } from '../permissions/calls'
import type { Call } from '../permissions/calls/call'
import type { Ids } from '../permissions/ids'
import { sample, type Place, type Schema } from '../permissions/places'
import { makeSubject } from '../permissions/subjects'
import type { Person, World } from '../permissions/world'

/** A string that was sent in a place, and what became of it. */
export type Sent = { key: EndpointKey; place: Place; text: string; told: Told; on: Call['on']; ids: Ids }

/** What a string may have become on the way in, and nothing else: trimmed, composed, or in the form that an address has. */
export function alike(text: string): string[] {
  const trimmed = text.trim()
  const forms = [text, trimmed, trimmed.normalize('NFC'), trimmed.toLowerCase(), text.replace(/\r\n?/g, '\n').trim()]
  return [...new Set(URL.canParse(trimmed) ? [...forms, new URL(trimmed).href] : forms)]
}

/** A text of paragraphs, and at its end a link that leads to the last of them. */
export const contentOf = (texts: readonly string[]) => ({
  type: 'doc',
  content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})

/** Sends each string in one place, all around it right: on something made for it, which is made anew when it is used up. */
export async function sendIn(world: World, key: EndpointKey, place: Place, texts: readonly string[]): Promise<Sent[]> {
  const call = callFor(key, place)
  const sent: Sent[] = []
  let made = await subject(world, key, call)
  for (const text of texts) {
    let told = await sendOne(made, key, call, place, text)
    if ([401, 403, 404, 409].includes(told.status)) {
      made = await subject(world, key, call)
      told = await sendOne(made, key, call, place, text)
    }
    made.version = versionIn(told)
    sent.push({ key, place, text, told, on: call.on, ids: made.ids })
  }
  return sent
}

type Made = { ids: Ids; person: Person; version: number | null }
const variantOf = (key: EndpointKey) =>
  ({
    own: /\/(dissents)\//.test(key),
    reviewer: /\/(verdicts|sign|unsign|dissents|answer)$/.test(key),
    bound: 'viewer',
  }) as const

async function subject(world: World, key: EndpointKey, call: Call): Promise<Made> {
  const person = (call.spends ? await world.someone('owner') : world.people.owner) as Person
  const variant = { ...variantOf(key), trashed: key.endsWith('/restore') }
  return { ids: await makeSubject(call.on, world.places.own, variant, person, call.state), person, version: null }
}

function sendOne(
  { ids, person, version }: Made,
  key: EndpointKey,
  call: Call,
  place: Place,
  text: string,
): Promise<Told> {
  const request = requestOf(key, call, ids, variantOf(key))
  const said = place.content ? contentOf([text]) : text
  const put = place.part === 'query' ? inQuery(request, place, text) : inBody(request, place, said)
  const body = put.body as Record<string, unknown> | undefined
  if (version !== null && typeof body?.version === 'number') body.version = version
  return ask({ method: put.method, path: pathOf(put), as: person.as, body: put.body })
}

const inQuery = (request: Requested, { path: [name = ''] }: Place, text: string): Requested => ({
  ...request,
  query: { ...request.query, [name]: text },
})

/** Puts something in a place of a body; what is around it and missing there is made as small as its schema lets it be. */
function inBody(request: Requested, { path, within }: Place, said: unknown): Requested {
  const body = structuredClone(request.body) as Record<string, unknown>
  let at = body
  for (const [depth, name] of path.entries()) {
    const form = within[depth] as Schema
    if (!(name in at)) conform(at, form)
    if (depth === path.length - 1) at[name] = said
    else {
      const inner = form.items ?? form.properties?.[name]
      if (typeof at[name] !== 'object' || at[name] === null) at[name] = sample(inner ?? {})
      at = at[name] as Record<string, unknown>
    }
  }
  return { ...request, body }
}

/** Makes a value of one form out of what may have another: what both have stays. */
function conform(at: Record<string, unknown>, { properties, required = [] }: Schema): void {
  if (!properties) return
  for (const name of Object.keys(at)) if (!(name in properties)) Reflect.deleteProperty(at, name)
  for (const [name, inner] of Object.entries(properties))
    if (inner.const !== undefined || (required.includes(name) && !(name in at))) at[name] = sample(inner)
}

/** The call that says something in the place, or else any of this endpoint. */
function callFor(key: EndpointKey, { part, path }: Place): Call {
  const calls = CALLS[key] as readonly Call[]
  const says = (call: Call) => {
    const body: unknown = requestOf(key, call, SOME, variantOf(key)).body
    return (
      path.reduce<unknown>((at, name) => (at as Record<string, unknown> | null | undefined)?.[name], body) !== undefined
    )
  }
  return (part === 'body' && calls.find(says)) || (calls[0] as Call)
}

const SOME = new Proxy({}, { get: () => '00000000-0000-7000-8000-000000000000' }) as Ids

function versionIn({ status, text }: Told): number | null {
  if (status !== 200 || !text.startsWith('{')) return null
  const { version } = JSON.parse(text) as { version?: unknown }
  return typeof version === 'number' ? version : null
}

export const nameOf = ({ part, path }: Place): string => `${part}.${path.join('.')}`

/** What is wrong with an answer: hostile strings are taken, or refused in words. */
export function wrongWith({ key, place, text, told }: Sent): string | null {
  const of = `${key} ${nameOf(place)} ${JSON.stringify(text.slice(0, 60))}`
  if (told.status >= 500) return `${of}: a fault, ${told.status} ${told.text.slice(0, 200)}`
  if (told.status < 400) return null
  const problem = told.headers.get('content-type') === 'application/problem+json'
  const { title } = problem ? (JSON.parse(told.text) as { title?: string }) : {}
  return title && title.length > 10 ? null : `${of}: refused with ${told.status}, and without a sentence`
}

/** Every string in an answer, wherever it stands. */
export function stringsIn(told: Told): Set<string> {
  const found = new Set<string>()
  const gather = (value: unknown): void => {
    if (typeof value === 'string') found.add(value)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(gather)
  }
  if (/json/.test(told.headers.get('content-type') ?? '')) gather(JSON.parse(told.text))
  return found
}
