import { readdirSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { openApi } from '@/app/_door/openapi'
import { takesTokens } from '@/domain/endpoint'
import { endpoints } from '@/domain/endpoints'
import { GET as describeApi } from './openapi.json/route'

const here = dirname(fileURLToPath(import.meta.url))

/** Every route.ts below /api/v1 by its address, but for the description of the API itself. */
const files = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith(`${sep}route.ts`) && !file.startsWith('openapi.json'))
  .map((file) => [`/${dirname(relative(here, join(here, file))).replaceAll(sep, '/')}`, join(here, file)] as const)

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

test('there is a route for each endpoint that is declared, and none besides', async () => {
  const found: string[] = []
  for (const [address, file] of files) {
    const path = address.replace(/\[(\w+)\]/g, '{$1}')
    const exported = (await import(file)) as Record<string, unknown>
    found.push(
      ...Object.keys(exported)
        .filter((name) => METHODS.has(name))
        .map((method) => `${method} ${path}`),
    )
  }
  expect(found.toSorted()).toEqual(Object.keys(endpoints).toSorted())
})

test('params are named in the path as they are in the schema', () => {
  for (const [key, { params }] of Object.entries(endpoints)) {
    const named = [...key.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(Object.keys(params.shape), key).toEqual(named)
  }
})

test('the description is valid OpenAPI 3.1', async () => {
  const result = await new Validator().validate(openApi())
  expect(result).toMatchObject({ valid: true })
})

test('the description tells of every operation, under a name of its own', () => {
  const operations = Object.entries(openApi().paths as Record<string, Record<string, { operationId: string }>>).flatMap(
    ([path, methods]) =>
      Object.entries(methods).map(([method, it]) => ({ key: `${method.toUpperCase()} ${path}`, ...it })),
  )
  expect(operations.map(({ key }) => key).toSorted()).toEqual(Object.keys(endpoints).toSorted())
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
})

test('writes by people who are signed in ask for an Idempotency-Key, and all operations tell of refusals', () => {
  type Operation = {
    parameters: { name: string; in: string }[]
    security: object[]
    responses: Record<string, unknown>
  }
  const paths = openApi().paths as Record<string, Record<string, Operation>>
  for (const [key, declared] of Object.entries(endpoints)) {
    const { permission } = declared
    const [method = '', path = ''] = key.split(' ')
    const operation = paths[path]?.[method.toLowerCase()]
    const asks = operation?.parameters.some(({ name, in: place }) => name === 'Idempotency-Key' && place === 'header')
    expect(asks, key).toBe(method !== 'GET' && permission !== 'public')
    expect(operation?.security, key).toEqual(
      permission === 'public' ? [] : [{ session: [] }, ...(takesTokens(declared) ? [{ token: [] }] : [])],
    )
    expect(Object.keys(operation?.responses ?? {}), key).toEqual(['200', 'default'])
  }
})

test('an upload is a body of bytes, a part is HTML', () => {
  const { paths } = openApi() as { paths: Record<string, Record<string, unknown>> }
  expect(paths['/projects/{projectId}/uploads']?.post).toMatchObject({
    requestBody: { required: true, content: { 'application/octet-stream': {} } },
  })
  expect(paths['/versions/{versionId}/parts/{number}']?.get).toMatchObject({
    responses: { 200: { content: { 'text/html': {} } } },
  })
})

test('anyone may read the description', async () => {
  const response = describeApi()
  expect(response.headers.get('content-type')).toBe('application/json')
  expect(await response.json()).toMatchObject({ openapi: '3.1.0', servers: [{ url: '/api/v1' }] })
})
