import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keysOf, RELATIONS } from '@/domain/claims/words'
import { layoutMap, NODE } from './map-layout'
import type { MapEdge, Placed } from './map-model'
import { pathOf } from './map-path'

const WIDTH = 1000

// A map is claims, and relations as "a>b" (supports).
const edgesOf = (source: string): MapEdge[] =>
  source
    .split(' ')
    .filter(Boolean)
    .map((pair) => {
      const [from = '', to = ''] = pair.split('>')
      return { id: pair, from, to, kind: 'supports' }
    })

test.each([
  ['one claim', 'a', '', 1, 0],
  ['a chain', 'a b c', 'a>b b>c', 3, 2],
  ['a circle', 'a b c', 'a>b b>c c>a', 3, 3],
  ['both ways', 'a b', 'a>b b>a', 2, 2],
  ['twice the same', 'a b', 'a>b a>b', 2, 2],
  ['to itself', 'a b', 'a>a a>b', 2, 1],
  ['to one that is not on the map', 'a b', 'a>x a>b', 2, 1],
  ['nothing', '', '', 0, 0],
])('%s', (_, ids, edges, nodes, drawn) => {
  const map = layoutMap(ids.split(' ').filter(Boolean), edgesOf(edges), WIDTH)
  expect([map.nodes.length, map.edges.length]).toEqual([nodes, drawn])
  expectSound(map)
})

test('what a claim rests on stands to the right of it, and lines end at the sides', () => {
  const { nodes, edges } = layoutMap(['a', 'b'], edgesOf('a>b'), WIDTH)
  const [a, b] = nodes
  expect(b?.x).toBeLessThan(a?.x ?? 0)
  expect(edges[0]?.points[0]?.x).toBe(a?.x)
  expect(edges[0]?.points.at(-1)?.x).toBe((b?.x ?? 0) + NODE.width)
})

test('claims without relations fill the width, below the others', () => {
  const { nodes } = layoutMap(['a', 'b', 'c', 'd', 'e', 'f'], edgesOf('a>b'), WIDTH)
  const related = nodes.filter(({ id }) => 'ab'.includes(id)).map(({ y }) => y + NODE.height)
  const alone = nodes.filter(({ id }) => 'cdef'.includes(id))
  expect(Math.min(...alone.map(({ y }) => y))).toBeGreaterThan(Math.max(...related))
  expect(new Set(alone.map(({ y }) => y)).size).toBe(1)
})

test('any map: nothing is lost, nothing overlaps, the same again', () => {
  const names = [
    '__proto__',
    'constructor',
    'toString',
    '0',
    'a\u0001b',
    ...Array.from({ length: 25 }, (_, i) => `c${i}`),
  ]
  const anyMap = fc.integer({ min: 1, max: names.length }).chain((count) => {
    const ids = names.slice(0, count)
    const end = fc.constantFrom(...ids)
    const edge = fc.record({ id: fc.uuid(), from: end, to: end, kind: fc.constantFrom(...keysOf(RELATIONS)) })
    return fc.record({ ids: fc.constant(ids), edges: fc.array(edge, { maxLength: 40 }) })
  })
  fc.assert(
    fc.property(anyMap, ({ ids, edges }) => {
      const map = layoutMap(ids, edges, WIDTH)
      expect(map.nodes.map(({ id }) => id).sort()).toEqual([...ids].sort())
      expect(map.edges).toHaveLength(edges.filter(({ from, to }) => from !== to).length)
      expectSound(map)
      expect(layoutMap(ids, edges, WIDTH)).toEqual(map)
    }),
    { numRuns: 60 },
  )
})

test('a line is level where it begins and ends', () => {
  expect(
    pathOf([
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 20, y: 10 },
    ]),
  ).toBe('M0 0H10C15 0 15 10 20 10')
})

/** Everything stands within the map, and no box covers another. */
function expectSound({ width, height, nodes, edges }: Placed): void {
  for (const [index, { x, y }] of nodes.entries()) {
    expect(x).toBeGreaterThanOrEqual(0)
    expect(y).toBeGreaterThanOrEqual(0)
    expect(x + NODE.width).toBeLessThanOrEqual(width + 0.5)
    expect(y + NODE.height).toBeLessThanOrEqual(height + 0.5)
    for (const other of nodes.slice(index + 1)) {
      expect(Math.abs(other.x - x) >= NODE.width || Math.abs(other.y - y) >= NODE.height).toBe(true)
    }
  }
  for (const { points, label } of edges) {
    for (const { x, y } of [...points, label]) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true)
  }
}
