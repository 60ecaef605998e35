import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arrange } from './arrange'

test.each([
  [
    'apart: each at its place',
    [
      [0, 20],
      [100, 20],
    ],
    null,
    [0, 100],
  ],
  [
    'too near: the second gives way',
    [
      [10, 50],
      [20, 20],
    ],
    null,
    [10, 68],
  ],
  [
    'the one in focus keeps its place',
    [
      [10, 50],
      [80, 20],
    ],
    1,
    [10, 80],
  ],
  [
    'those above give way upwards',
    [
      [100, 50],
      [120, 20],
    ],
    1,
    [62, 120],
  ],
  [
    'unless they would leave the margin',
    [
      [10, 50],
      [20, 20],
    ],
    1,
    [0, 58],
  ],
  ['none', [], null, []],
] as [string, [number, number][], number | null, number[]][])('%s', (_, cards, focus, tops) => {
  expect(arrange(cards.map(([wanted, height]) => ({ wanted, height })), focus)).toEqual(tops) // prettier-ignore
})

const card = fc.record({ wanted: fc.nat(2000), height: fc.integer({ min: 20, max: 300 }) })

test('no card covers another, none leaves the margin, and the one in focus stands at its place if there is room', () => {
  fc.assert(
    fc.property(fc.array(card, { maxLength: 30 }), fc.nat(40), (unsorted, at) => {
      const cards = unsorted.toSorted((a, b) => a.wanted - b.wanted)
      const focus = at < cards.length ? at : null
      const tops = arrange(cards, focus)
      for (const [i, top] of tops.entries()) {
        expect(top).toBeGreaterThanOrEqual(0)
        if (i > 0) expect(top).toBeGreaterThanOrEqual((tops[i - 1] ?? 0) + (cards[i - 1]?.height ?? 0))
      }
      if (focus === null) return
      const above = cards.slice(0, focus).reduce((sum, { height }) => sum + height + 8, 0)
      if (above <= (cards[focus]?.wanted ?? 0)) expect(tops[focus]).toBe(cards[focus]?.wanted)
    }),
  )
})
