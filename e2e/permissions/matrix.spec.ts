import { readdirSync, readFileSync } from 'node:fs'
import { endpoints, type EndpointKey } from '@/domain/endpoints'
import type { Endpoint } from '@/domain/endpoint'
import { digest } from '@/server/testing/digest'
import { each } from './ask'
import { CALLS } from './calls'
import type { Call } from './calls/call'
import { cellsOf, check, prepare } from './cells'
import { OTHERS } from './others'
import { variantsOf } from './subjects'
import { expect, test } from './world'

/*
 * Every endpoint, called with what is valid by everybody on their own and on a foreign workspace. What should become of
 * each call is derived from the second table of the policy (policy.cases.ts).
 */

test.use({ purpose: 'matrix' })

const keys = Object.keys(endpoints) as EndpointKey[]

test('the table has calls for every endpoint, and there is no route that is in no table', () => {
  expect(Object.keys(CALLS).toSorted()).toEqual(keys.toSorted())
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^[^_].*\/route\.tsx?$/.test(file),
  )
  const routes = files.flatMap((file) => {
    const text = readFileSync(`app/${file}`, 'utf8')
    const path = `/${file.replace(/\/?route\.tsx?$/, '')}`.replace(/\/\((\w+)\)/g, '')
    const methods = [...text.matchAll(/\b(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b(?= =|\(|,| \})/g)].map(
      ([name]) => name,
    )
    expect(methods.length, file).toBeGreaterThan(0)
    return methods.map((method) => `${method} ${path.replace(/\[(\w+)\]/g, '{$1}')}`)
  })
  expect(routes.length).toBeGreaterThan(60)
  const known = [...keys.map((key) => key.replace(' ', ' /api/v1')), ...OTHERS]
  expect([...new Set(routes)].toSorted()).toEqual(known.toSorted())
})

for (const key of keys) {
  test(key, async ({ world }) => {
    const cells = cellsOf(key)
    const may = cells.filter(({ status }) => status === 200)
    const refused = cells.filter(({ status }) => status !== 200)

    const asked = await each(refused, (cell) => prepare(world, cell))
    const before = await digest(world.scope())
    const wrong = await each(asked, (one) => check(world, one))
    const after = await digest(world.scope())
    expect(wrong.filter(Boolean)).toEqual([])
    expect(after, 'what is refused changes nothing').toEqual(before)

    expect(may.length, 'some call succeeds').toBeGreaterThan(0)
    for (const cell of may) expect(await check(world, await prepare(world, cell))).toBeNull()
  })
}

test('each call of the table carries a query and a body that are valid, and succeeds for somebody or is moot', () => {
  for (const key of keys) {
    for (const call of CALLS[key] as readonly Call[]) {
      const always = variantsOf(call.on).every((variant) => call.moot?.(variant, 'admin', 'own'))
      const cells = cellsOf(key).filter((cell) => cell.call === call)
      expect(
        cells.some(({ status }) => status === (always ? 409 : 200)),
        key,
      ).toBe(true)
    }
    const { body } = endpoints[key] as Endpoint
    const bodies = (CALLS[key] as readonly Call[]).map((call) => call.body !== undefined)
    expect(bodies, key).toEqual(bodies.map(() => body !== null))
  }
})
