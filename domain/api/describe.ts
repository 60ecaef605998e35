import { z } from 'zod'
import { takesTokens, type Endpoint, type Gate } from '../endpoint'
import { example, EXAMPLE_ID, NEW_ID } from './example'
import type { JsonSchema } from './json-schema'
import { aboutOf, readable } from './readable'

type Part = { name: string; type: string; about: string; required: boolean }

/** An endpoint in words, made of its declaration. */
export type Described = {
  /** As in an address behind #. */
  anchor: string
  method: string
  path: string
  summary: string
  who: string
  tokens: boolean
  params: Part[]
  query: Part[]
  /** What is sent, as people read it; empty for nothing. */
  body: string
  answer: string
  /** Empty of what programs can't call. */
  curl: string
}

const GATES: Readonly<Partial<Record<Gate, string>>> = {
  public: 'anyone',
  'signed-in': 'anyone signed in, about themselves',
}

/** Bodies that the schema alone can't tell: what else has to be so is checked by code. */
const BODIES: Readonly<Record<string, unknown>> = {
  'POST /rounds/{roundId}/reviewers': { version: 1, add: EXAMPLE_ID, drop: null, reason: 'One more pair of eyes.' },
  'POST /projects/{projectId}/findings': { id: NEW_ID, claimId: EXAMPLE_ID },
}

export function describe(key: string, declared: Endpoint): Described {
  const [method = '', path = ''] = key.split(' ')
  const { permission, summary, params, query, body, answer } = declared
  return {
    ...{ anchor: anchorOf(key), method, path, summary, tokens: takesTokens(declared) },
    who: GATES[permission] ?? `whoever has ${permission}`,
    params: partsOf(params),
    query: partsOf(query),
    body: body === null ? '' : body === 'bytes' ? 'the bytes of the file' : readable(schemaOf(body, 'input')),
    answer:
      answer instanceof z.ZodType ? readable(schemaOf(answer, 'output')) : `a file: ${[answer].flat().join(' or ')}`,
    curl: permission === 'public' || takesTokens(declared) ? curlOf(key, declared) : '',
  }
}

export const anchorOf = (key: string): string =>
  key
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '')

function partsOf(shape: z.ZodType): Part[] {
  const { properties = {}, required = [] } = schemaOf(shape, 'input')
  return Object.entries(properties).map(([name, its]) => ({
    ...{ name, type: readable(its), about: aboutOf(its), required: required.includes(name) },
  }))
}

function schemaOf(shape: z.ZodType, io: 'input' | 'output'): JsonSchema {
  return z.toJSONSchema(shape, { io, unrepresentable: 'any', reused: 'inline' }) as JsonSchema
}

/** A body that fits what an endpoint takes; undefined where it takes none, or bytes. */
export function exampleBody(key: string, { body }: Endpoint): unknown {
  if (body === null || body === 'bytes') return undefined
  return BODIES[key] ?? example(schemaOf(body, 'input'))
}

/** What is asked for at least, where a list wants to know that. */
export function exampleQuery({ query }: Endpoint): string {
  const asked = example(schemaOf(query, 'input')) as Record<string, unknown>
  const search = new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)])).toString()
  return search && `?${search}`
}

/** The id of what an example makes: the same each time, and another for each endpoint, since no two things may share one. */
const idFor = (key: string): string =>
  NEW_ID.slice(0, -12) +
  [...key]
    .reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 2 ** 48, 7)
    .toString(16)
    .padStart(12, '0')

/** A call as it is typed: ids in the path are variables of the shell, named as in the path. */
function curlOf(key: string, declared: Endpoint): string {
  const [method = '', path = ''] = key.split(' ')
  const address = `"$ASSAY/api/v1${path.replace(/\{(\w+)\}/g, '$$$1')}${exampleQuery(declared)}"`
  const given = exampleBody(key, declared)
  const body =
    given === undefined
      ? ''
      : JSON.stringify(given)
          .replaceAll(NEW_ID, idFor(key))
          .replaceAll("'", String.raw`'\''`)
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${address}`,
    ...(declared.permission === 'public' ? ['-H "Origin: $ASSAY"'] : ['-H "Authorization: Bearer $ASSAY_TOKEN"']),
    ...(method === 'GET' || declared.permission === 'public' ? [] : ['-H "Idempotency-Key: $(openssl rand -hex 16)"']),
    ...(declared.body === 'bytes' ? ['-H "Content-Type: application/octet-stream"', '--data-binary @file'] : []),
    ...(body === '' ? [] : ['-H "Content-Type: application/json"', `-d '${body}'`]),
  ]
  return lines.join(' \\\n  ')
}
