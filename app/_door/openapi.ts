import { z } from 'zod'
import { takesTokens, type Endpoint } from '@/domain/endpoint'
import { endpoints } from '@/domain/endpoints'
import { STATUS } from '@/domain/refusal'

type Json = Record<string, unknown>

/** OpenAPI 3.1 of everything below /api/v1. */
export function openApi(): Json {
  const paths: Record<string, Json> = {}
  for (const [key, declared] of Object.entries(endpoints)) {
    const [method = '', path = ''] = key.split(' ')
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(key, declared) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Assay',
      version: '1',
      description: 'Read documents together, annotate exact passages, argue in threads.',
    },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'assay.session' },
        token: { type: 'http', scheme: 'bearer', description: 'Made on the account page, for one workspace.' },
      },
      schemas: { Problem: schema(Problem, 'output') },
    },
  }
}

/** RFC 9457. */
const Problem = z.looseObject({
  type: z.string(),
  title: z.string().describe('What happened and what to do, to be shown as it is.'),
  status: z.int(),
  fields: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
})

function operation(key: string, declared: Endpoint): Json {
  const [method = ''] = key.split(' ')
  const open = declared.permission === 'public'
  return {
    operationId: key
      .replace(/[^A-Za-z]+/g, ' ')
      .trim()
      .replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase()),
    summary: declared.summary,
    security: open ? [] : [{ session: [] }, ...(takesTokens(declared) ? [{ token: [] }] : [])],
    'x-permission': declared.permission,
    parameters: [
      ...parameters(declared.params, 'path'),
      ...parameters(declared.query, 'query'),
      ...(method !== 'GET' && !open ? [IDEMPOTENCY_KEY] : []),
    ],
    ...(declared.body && {
      requestBody: {
        required: true,
        content: content(declared.body === 'bytes' ? 'application/octet-stream' : declared.body, 'input'),
      },
    }),
    responses: {
      200: { description: 'Done.', content: content(declared.answer, 'output') },
      default: {
        description: `A refusal: ${Object.entries(STATUS)
          .map(([kind, status]) => `${status} ${kind}`)
          .join(', ')}.`,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'The same on every attempt of one write: a retry has no second effect and gets the same answer.',
  schema: { type: 'string', pattern: '^[\\w.:-]{8,200}$' },
}

function parameters(shape: z.ZodType, place: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = schema(shape, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, its]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: its,
  }))
}

function content(what: z.ZodType | string | readonly string[], io: 'input' | 'output'): Json {
  if (what instanceof z.ZodType) return { 'application/json': { schema: schema(what, io) } }
  return Object.fromEntries([what].flat().map((mediaType) => [mediaType, { schema: { type: 'string' } }]))
}

function schema(shape: z.ZodType, io: 'input' | 'output'): Json {
  const made: Json = z.toJSONSchema(shape, { io, unrepresentable: 'any', reused: 'inline' })
  delete made.$schema
  return made
}
