import { choicesIn, isNewId, type JsonSchema } from './json-schema'

/** Ids as they look; whoever tries an example puts real ones in their place. */
export const EXAMPLE_ID = '01935f3e-8a5c-7c3e-9d2b-4f6a8b0c1d2e'
const OTHER_ID = '01935f3e-9b6d-7d4f-8e3c-5a7b9c1d2e3f'
export const NEW_ID = '01935f40-11d7-7a90-8c4f-2b6d8e0f1a3c'

/** A short text, as the checked JSON of what is written in comments. */
const RICH_TEXT = {
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'The annex names 14,000 tonnes.' }] }],
}

const FORMATS: Readonly<Record<string, string>> = {
  uuid: EXAMPLE_ID,
  'date-time': '2026-11-28T12:00:00.000Z',
  date: '2026-11-28',
  email: 'nora@example.org',
  uri: 'https://example.org/briefing',
}

/** What strings with a pattern may look like: the first that fits is taken. */
const TEXTS = ['Rare earths', '2026-11-28', '2026', 'en', '1', '#4a90d9', '']

/** By name, where the name says what it is for. */
const NAMED: Readonly<Record<string, unknown>> = {
  toId: OTHER_ID,
  json: RICH_TEXT,
  address: 'https://hooks.example.org/assay',
  url: 'https://example.org/briefing',
  token: 'of-the-link-that-you-were-sent',
  email: 'nora@example.org',
  current: 'correct horse battery staple',
  password: 'another horse battery staple',
}

/** An example of what fits a schema: what has to be there, and nothing besides. */
export function example(schema: JsonSchema, name = ''): unknown {
  if (name in NAMED && !schema.enum) return NAMED[name]
  if (Array.isArray(schema.type))
    return example({ ...schema, type: schema.type.find((each: string) => each !== 'null') }, name)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const choices = choicesIn(schema)
  if (choices) return example(choices.find(({ type }) => type !== 'null') ?? {}, name)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((each) => example(each, name) as object))
  if (schema.type === 'array')
    return Array.from({ length: schema.minItems ?? 0 }, () => example(schema.items ?? {}, name))
  if (schema.type === 'object') return exampleObject(schema)
  if (schema.type === 'string') return text(schema)
  if (schema.type === 'integer' || schema.type === 'number')
    return Math.max(schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1)
  if (schema.type === 'boolean') return true
  return schema.type === 'null' ? null : RICH_TEXT
}

function exampleObject({ properties = {}, required = [] }: JsonSchema): Record<string, unknown> {
  const named = Object.entries(properties).filter(([name]) => required.includes(name))
  return Object.fromEntries(named.map(([name, its]) => [name, example(its, name)]))
}

function text(schema: JsonSchema): string {
  if (isNewId(schema)) return NEW_ID
  const known = FORMATS[schema.format ?? '']
  if (known !== undefined) return known
  const fits = schema.pattern === undefined ? null : new RegExp(schema.pattern, 'u')
  const found = TEXTS.find((each) => (fits?.test(each) ?? true) && each.length >= (schema.minLength ?? 0)) ?? 'Text'
  return found.slice(0, schema.maxLength ?? found.length)
}
