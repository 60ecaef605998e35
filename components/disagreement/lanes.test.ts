import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inLanes, laneCount } from './lanes'
import type { Opinion } from './opinions'

/** Opinions as "30>60 40": who said 30 and says 60, and who stays at 40. */
const opinions = (source: string): Opinion<number>[] =>
  source
    .split(' ')
    .filter(Boolean)
    .map((each, index) => {
      const [first = 0, now = first] = each.split('>').map(Number)
      return { person: { id: String(index), name: `Person ${index}` }, first, now }
    })

test.each([
  ['nobody', '', 0, ''],
  ['one', '50', 1, '0'],
  ['two far apart', '20 80', 1, '0 0'],
  ['two too near', '50 56', 2, '0 1'],
  ['two just far enough', '50 57', 1, '0 0'],
  ['all the same', '50 50 50', 3, '0 1 2'],
  ['a dot under an arrow', '20>80 50', 2, '0 1'],
  ['an arrow to the left', '80>20 50 90', 2, '0 1 0'],
  ['a line that is free again', '10>30 20>40 60', 2, '0 1 0'],
])('%s', (_, source, count, lanes) => {
  const laid = inLanes(opinions(source))
  expect(laneCount(laid)).toBe(count)
  expect(laid.map(({ lane }) => lane).join(' ')).toBe(lanes)
})

const likelihood = fc.integer({ min: 1, max: 99 })
const anyone = fc
  .array(fc.tuple(likelihood, likelihood), { maxLength: 20 })
  .map((all) => opinions(all.map(([first, now]) => `${first}>${now}`).join(' ')))

test('nobody covers another, and the order in which people come changes nothing', () => {
  fc.assert(
    fc.property(anyone, (some) => {
      const laid = inLanes(some)
      for (const a of laid)
        for (const b of laid)
          if (a !== b && a.lane === b.lane) {
            const [left, right] = Math.min(a.first, a.now) < Math.min(b.first, b.now) ? [a, b] : [b, a]
            expect(Math.min(right.first, right.now)).toBeGreaterThan(Math.max(left.first, left.now) + 6)
          }
      expect(inLanes([...some].reverse())).toEqual(laid)
    }),
  )
})
