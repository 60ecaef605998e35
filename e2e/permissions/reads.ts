import { z } from 'zod'
import { endpoints, type EndpointKey } from '@/domain/endpoints'
import type { Endpoint } from '@/domain/endpoint'
import { FIXED } from './calls'
import { addressOf, PAGES } from './pages'
import type { Ids } from './ids'

/**
 * What someone might look for: the ids of what is shared, of what is another's alone, and their words; and addresses below
 * /api/v1 besides, of what has no id of its own.
 */
export type Sought = { shared: Ids; secret: Ids; words: readonly string[]; also?: readonly string[] }

type Schema = { enum?: string[]; anyOf?: Schema[] }

/** What to ask for by each parameter of a list, but for choices: of these everything is asked for. */
const ASKED: Readonly<Record<string, (sought: Sought) => readonly string[]>> = {
  label: ({ shared }) => [shared.labelId, 'none'],
  author: ({ secret }) => [secret.userId],
  tag: ({ words }) => words,
  text: ({ words }) => words,
  statement: ({ words }) => words,
  prefix: ({ words }) => words.flatMap((word) => [word, word.slice(0, 1)]),
  document: ({ shared }) => [shared.documentId],
  q: ({ words }) => [...words, words.join(' or '), ...words.map((word) => word.slice(1, -1))],
  person: ({ secret }) => [secret.userId],
  workspace: ({ shared }) => [shared.workspaceId],
  project: ({ shared }) => [shared.projectId],
  from: () => ['2000-01-01'],
  to: () => ['2100-01-01'],
  claim: ({ shared, secret }) => [shared.claimId, secret.claimId],
  annotations: ({ shared, secret }) => [shared.annotationId, secret.annotationId],
  claims: ({ shared, secret }) => [shared.claimId, secret.claimId],
  exponent: () => ['2'],
  ids: ({ secret }) => [secret.annotationId],
  after: () => ['2'],
  limit: () => ['1'],
  cursor: () => [],
}

/** What is asked for besides, since without it there is nothing to narrow down. */
const BESIDES: { [K in EndpointKey]?: (sought: Sought) => Record<string, string> } = {
  'GET /search': ({ words }) => ({ q: words.join(' or ') }),
}

/** The addresses of everything that can be read below /api/v1: as it is, and with each parameter in turn. */
export function reads(sought: Sought): string[] {
  const keys = (Object.keys(endpoints) as EndpointKey[]).filter((key) => key.startsWith('GET '))
  const addresses = keys.flatMap((key) =>
    [sought.shared, sought.secret].flatMap((ids) => {
      const path = `/api/v1${key.slice(4).replace(/\{(\w+)\}/g, (_, name: string) => FIXED[name] ?? String(ids[name as keyof Ids]))}`
      return [path, ...queriesOf(key, sought).map((query) => `${path}?${query}`)]
    }),
  )
  return [...new Set([...addresses, ...(sought.also ?? []).map((path) => `/api/v1${path}`)])]
}

function queriesOf(key: EndpointKey, sought: Sought): string[] {
  const { properties = {} } = z.toJSONSchema((endpoints[key] as Endpoint).query, {
    ...{ io: 'input', unrepresentable: 'any', reused: 'inline' },
  }) as { properties?: Record<string, Schema> }
  return Object.entries(properties).flatMap(([name, schema]) => {
    const values = schema.enum ?? ASKED[name]?.(sought)
    if (!values) throw new Error(`Say in reads.ts what to ask ${key} for by ${name}.`)
    const besides = BESIDES[key]?.(sought)
    return values.map((value) => new URLSearchParams({ ...besides, [name]: value }).toString())
  })
}

/** The addresses of all pages, on what is shared and on what is another's alone. */
export function pageReads({ shared, secret, words }: Sought): string[] {
  const addresses = Object.entries(PAGES).flatMap(([route, page]) =>
    [shared, secret].map((ids) => addressOf(route, page, ids)),
  )
  const document = `/d/${shared.documentId}`
  const sorted = ['title', 'added', 'activity'].map((sort) => `/p/${shared.projectId}?sort=${sort}&order=asc`)
  const searched = words.map((word) => `/search?${new URLSearchParams({ q: word })}`)
  return [...new Set([...addresses, ...sorted, ...searched, `${document}?a=${secret.annotationId}`])]
}
