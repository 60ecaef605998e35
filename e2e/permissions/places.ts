import { v7 } from 'uuid'
import { z } from 'zod'
import { endpoints, type EndpointKey } from '@/domain/endpoints'
import type { Endpoint } from '@/domain/endpoint'

/** What JSON can be. */
export type Kind = 'string' | 'number' | 'integer' | 'boolean' | 'null' | 'object' | 'array'

/** A place in what an endpoint takes: `add`, `note.id`, `reviewerIds.0`, and what may stand in it. */
export type Place = {
  part: 'query' | 'body'
  path: readonly string[]
  /** Null where the schema does not tell. */
  kinds: ReadonlySet<Kind> | null
  /** Whether it may be left out, in one of the forms at least. */
  optional: boolean
  /** Whether any string of some length may stand in it, or a whole text of many. */
  free: boolean
  content: boolean
  /** What each step of the path is taken in: of several forms the one that has it. */
  within: readonly Schema[]
}

export type Schema = {
  type?: Kind | Kind[]
  enum?: unknown[]
  const?: unknown
  format?: string
  minimum?: number
  default?: unknown
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
}

const schemaOf = (shape: z.ZodType) =>
  z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Schema

const START = { path: [], kinds: null, optional: false, free: false, content: false, within: [] } as const

/** Every place in the query and the body of an endpoint, by its own schema. */
export function placesOf(key: EndpointKey): Place[] {
  const { query, body } = endpoints[key] as Endpoint
  const found = new Map<string, Place>()
  walk(schemaOf(query), { part: 'query', ...START }, found)
  if (body instanceof z.ZodType) walk(schemaOf(body), { part: 'body', ...START }, found)
  return [...found.values()].filter(({ path }) => path.length > 0)
}

/** Of a list the first place stands for all; of forms among which one chooses, all are looked at, and what any allows. */
function walk(schema: Schema, at: Place, found: Map<string, Place>, required = schema.required ?? []): void {
  const forms = formsOf(schema)
  if (forms.length > 0) return forms.forEach((form) => walk(form, at, found, requiredByAll(forms)))
  const kinds = kindsOf(schema)
  const name = `${at.part}.${at.path.join('.')}`
  const before = found.get(name)
  const free = kinds?.has('string') === true && !schema.enum && schema.const === undefined && !schema.format
  found.set(name, {
    ...(before ?? at),
    kinds: before ? (before.kinds && kinds ? new Set([...before.kinds, ...kinds]) : null) : kinds,
    optional: at.optional || before?.optional === true,
    free: free || before?.free === true,
    content: schema.properties?.type?.const === 'doc' || before?.content === true,
  })
  const step = (to: string, inner: Schema, optional: boolean) =>
    walk(
      inner,
      { ...at, ...START, part: at.part, path: [...at.path, to], within: [...at.within, schema], optional },
      found,
    )
  for (const [property, inner] of Object.entries(schema.properties ?? {}))
    step(property, inner, !required.includes(property))
  if (schema.items) step('0', schema.items, true)
}

/** Something that a schema takes, as small as can be: where a call says nothing, and what is around a place is needed. */
export function sample(schema: Schema): unknown {
  const {
    type,
    const: fixed,
    enum: values,
    format,
    minimum,
    properties = {},
    required = [],
  } = formsOf(schema)[0] ?? schema
  if (fixed !== undefined) return fixed
  if (values) return values[0]
  if (format === 'uuid') return v7()
  if (format === 'date') return '2025-08-04'
  if (format === 'date-time') return '2025-08-04T00:00:00Z'
  const [kind] = [type].flat()
  if (kind === 'object')
    return Object.fromEntries(required.flatMap((name) => (properties[name] ? [[name, sample(properties[name])]] : [])))
  return { string: 'A word', number: minimum ?? 1, integer: minimum ?? 1, boolean: false, array: [], null: null }[
    kind ?? 'null'
  ]
}

const formsOf = ({ anyOf = [], oneOf = [] }: Schema): Schema[] => [...anyOf, ...oneOf]

/** What none of the forms can do without; what is no object asks for nothing. */
function requiredByAll(forms: readonly Schema[]): string[] {
  const objects = forms.filter(({ type }) => type === 'object')
  return (objects[0]?.required ?? []).filter((name) => objects.every(({ required = [] }) => required.includes(name)))
}

function kindsOf({ type, enum: values, const: value }: Schema): Set<Kind> | null {
  if (type !== undefined) return new Set([type].flat())
  const given = values ?? (value === undefined ? [] : [value])
  return given.length > 0 ? new Set(given.map(kindOf)) : null
}

export function kindOf(value: unknown): Kind {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return typeof value as Kind
}
