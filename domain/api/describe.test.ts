import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Endpoint } from '../endpoint'
import { endpoints, type EndpointKey } from '../endpoints'
import { anchorOf, describe, exampleBody, exampleQuery } from './describe'
import { aboutOf, readable } from './readable'

const all = Object.entries(endpoints) as [EndpointKey, Endpoint][]

test('every example body is what its endpoint takes', () => {
  const wrong = all.flatMap(([key, declared]) => {
    if (!(declared.body instanceof z.ZodType)) return []
    const parsed = declared.body.safeParse(exampleBody(key, declared))
    return parsed.success
      ? []
      : [`${key}: ${z.prettifyError(parsed.error)} ${JSON.stringify(exampleBody(key, declared))}`]
  })
  expect(wrong).toEqual([])
})

test('every example asks for what has to be asked for', () => {
  for (const [key, declared] of all) {
    const asked = Object.fromEntries(new URLSearchParams(exampleQuery(declared)))
    expect(declared.query.safeParse(asked).success, key).toBe(true)
  }
})

test('anchors are distinct, and nothing of a schema is left unsaid', () => {
  expect(new Set(all.map(([key]) => anchorOf(key))).size).toBe(all.length)
  for (const [key, declared] of all) {
    const { answer, body, params } = describe(key, declared)
    expect(`${body} ${answer}`, key).not.toMatch(/: undefined|\[object/)
    expect(params.map(({ name }) => name)).toEqual([...key.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
  }
})

test.each([
  [z.strictObject({ n: z.int().min(0).optional() }), '{\n  n?: integer  // from 0\n}'],
  [z.array(z.enum(['a', 'b'])), '("a" | "b")[]'],
  [z.uuidv7().nullable(), 'new id | null'],
  [
    z.strictObject({ at: z.iso.datetime(), list: z.array(z.strictObject({ name: z.string().max(5) })) }),
    '{\n  at: time  // ISO 8601 in UTC\n  list: {\n    name: text  // up to 5 characters\n  }[]\n}',
  ],
])('schemas as people read them', (schema, words) => {
  expect(readable(z.toJSONSchema(schema, { io: 'input' }) as never)).toBe(words)
})

test('units, limits and what holds if something is left out', () => {
  const about = (schema: z.ZodType) => aboutOf(z.toJSONSchema(schema, { io: 'input' }) as never)
  expect(about(z.string().min(1).max(80))).toBe('1 to 80 characters')
  expect(about(z.int32().min(0).default(50).describe('Pages.'))).toContain('50 if left out')
  expect(about(z.array(z.string()).max(3))).toBe('up to 3 of them')
})
