import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

/* docs/security.md says what is shown by which test: that this stays true where a program can tell. */

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const page = readFileSync(join(root, 'docs', 'security.md'), 'utf8')

/** The requirements of level 1 in ASVS 5.0.0. */
const LEVEL_1 = [
  ...['1.2.1', '1.2.2', '1.2.3', '1.2.4', '1.2.5', '1.3.1', '1.3.2', '1.5.1', '2.1.1', '2.2.1', '2.2.2', '2.3.1'],
  ...['3.2.1', '3.2.2', '3.3.1', '3.4.1', '3.4.2', '3.5.1', '3.5.2', '3.5.3', '4.1.1', '4.4.1', '5.2.1', '5.2.2'],
  ...['5.3.1', '5.3.2', '6.1.1', '6.2.1', '6.2.2', '6.2.3', '6.2.4', '6.2.5', '6.2.6', '6.2.7', '6.2.8', '6.3.1'],
  ...['6.3.2', '6.4.1', '6.4.2', '7.2.1', '7.2.2', '7.2.3', '7.2.4', '7.4.1', '7.4.2', '8.1.1', '8.2.1', '8.2.2'],
  ...['8.3.1', '9.1.1', '9.1.2', '9.1.3', '9.2.1', '10.4.1', '10.4.2', '10.4.3', '10.4.4', '10.4.5', '11.3.1'],
  ...['11.3.2', '11.4.1', '12.1.1', '12.2.1', '12.2.2', '13.4.1', '14.2.1', '14.3.1', '15.1.1', '15.2.1', '15.3.1'],
]

/** What is answered to each of them, by its number. */
const rows = [...page.matchAll(/^\| (\d+\.\d+\.\d+)\s*\|([^|]*)\|([^|]*)\|(.*)\|$/gm)].map(
  ([, id = '', asks = '', state = '', where = '']) => ({
    id,
    asks: asks.trim(),
    state: state.trim(),
    where: where.trim(),
  }),
)

test('each requirement of level 1 is answered exactly once, in order', () => {
  expect(LEVEL_1).toHaveLength(70)
  expect(rows.map(({ id }) => id)).toEqual(LEVEL_1)
})

const STATES = ['met', 'met with https', 'in part', 'not applicable', '**not met**', 'operator']

test('each answer is one of a few, and says why', () => {
  for (const { id, asks, state, where } of rows) {
    expect(STATES, id).toContain(state)
    expect(asks.length, id).toBeGreaterThan(10)
    expect(where.length, id).toBeGreaterThan(5)
  }
})

test('each test and each file that the page names is there', () => {
  const tests = [
    ...page.matchAll(
      /(?:\.\.\/)?\b((?:app|client|components|content|domain|e2e|prisma|scripts|server)\/[\w./-]+\.(?:test|spec)\.ts)/g,
    ),
  ]
  const files = [...page.matchAll(/`([\w.-]+(?:\/[\w.-]+)+\.(?:ts|tsx|mjs))`/g)]
  expect(tests.length).toBeGreaterThan(40)
  expect(files.length).toBeGreaterThan(20)
  const named = new Set([...tests, ...files].map(([, path = '']) => path))
  expect([...named].filter((path) => !existsSync(join(root, path)))).toEqual([])
  const links = [...page.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => path)
  expect(links.filter((path) => !existsSync(join(root, 'docs', path)))).toEqual([])
})
