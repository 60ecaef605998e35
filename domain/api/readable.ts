import { choicesIn, isNewId, type JsonSchema } from './json-schema'

/** What strings of a format are, in a word, and what is to be said of them. */
const FORMATS: Readonly<Record<string, readonly [string, string]>> = {
  uuid: ['id', ''],
  'date-time': ['time', 'ISO 8601 in UTC'],
  date: ['day', 'ISO 8601'],
  email: ['email', ''],
  uri: ['address', ''],
}

/** Above this a limit says only that there is one in how numbers are kept. */
const NO_LIMIT = 2_147_483_647

/**
 * A schema as people read it: close to the types of TypeScript, with what else is to be known behind `//`.
 *
 * @example readable({ type: 'object', properties: { n: { type: 'integer', minimum: 0 } } }) // "{\n  n?: integer  // from 0\n}"
 */
export function readable(schema: JsonSchema, indent = ''): string {
  const choices = choicesIn(schema)
  if (schema.$ref) return 'the same again'
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum)
    return wrapped(
      schema.enum.map((each) => JSON.stringify(each)),
      indent,
    )
  if (choices) return [...new Set(choices.map((each) => readable(each, indent)))].join(' | ')
  if (schema.allOf) return schema.allOf.map((each) => readable(each, indent)).join(' & ')
  if (schema.type === 'array') return listOf(readable(schema.items ?? {}, indent))
  if (schema.type === 'object') return objectOf(schema, indent)
  if (schema.type === 'string') return isNewId(schema) ? 'new id' : (FORMATS[schema.format ?? '']?.[0] ?? 'text')
  return Array.isArray(schema.type) ? schema.type.join(' | ') : ((schema.type as string | undefined) ?? 'anything')
}

/** So wide a line of choices becomes, in characters, before the rest goes below. */
const WIDE = 72

function wrapped(choices: readonly string[], indent: string): string {
  let width = 0
  return choices.reduce((text, choice) => {
    width += choice.length + 3
    if (text === '') return choice
    if (width <= WIDE) return `${text} | ${choice}`
    width = choice.length
    return `${text}\n${indent}  | ${choice}`
  }, '')
}

const listOf = (item: string): string =>
  /[ \n] ?[|&] /.test(item) && !item.startsWith('{') ? `(${item})[]` : `${item}[]`

function objectOf({ properties, required = [], additionalProperties }: JsonSchema, indent: string): string {
  const inner = `${indent}  `
  const lines = Object.entries(properties ?? {}).map(([name, its]) => {
    const about = aboutOf(its)
    return `${inner}${name}${required.includes(name) ? '' : '?'}: ${readable(its, inner)}${about && `  // ${about}`}`
  })
  if (typeof additionalProperties === 'object' && Object.keys(additionalProperties).length > 0)
    lines.push(`${inner}[name]: ${readable(additionalProperties, inner)}`)
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${indent}}`
}

/** What is to be known of a value besides its type: units, limits, and what it is when it is left out. */
export function aboutOf(schema: JsonSchema): string {
  const [plain] = (choicesIn(schema) ?? []).filter(({ type }) => type !== 'null')
  const it = plain && (choicesIn(schema) ?? []).length <= 2 ? { ...plain, ...schema } : schema
  const parts = [
    it.description ?? '',
    isNewId(it) ? 'UUIDv7, made by you' : (FORMATS[it.format ?? '']?.[1] ?? ''),
    limits(it.minLength, it.maxLength, 'characters'),
    limits(it.minItems, it.maxItems, 'of them'),
    limits(it.minimum ?? (it.exclusiveMinimum === undefined ? undefined : it.exclusiveMinimum + 1), it.maximum, ''),
    schema.default === undefined ? '' : `${JSON.stringify(schema.default)} if left out`,
  ]
  return parts
    .filter(Boolean)
    .join('; ')
    .replace(/\.(?=;|$)/g, '')
}

function limits(least: number | undefined, most: number | undefined, unit: string): string {
  const to = most !== undefined && most < NO_LIMIT ? `${most}` : ''
  const from = least !== undefined && least > -NO_LIMIT && (unit === '' || least > 0) ? `${least}` : ''
  const range = from && to ? (from === to ? from : `${from} to ${to}`) : to ? `up to ${to}` : from ? `from ${from}` : ''
  return range && `${range}${unit && ` ${unit}`}`
}
