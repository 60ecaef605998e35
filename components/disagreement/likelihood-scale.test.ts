import { expect, test } from 'vitest'
import { at, DRAWN_BANDS, placeOf } from './likelihood-scale'

test('bands fill the picture from edge to edge, in order and without gaps', () => {
  expect(DRAWN_BANDS[0]).toMatchObject({ left: 0, edge: 'first' })
  const ends = DRAWN_BANDS.map(({ left, width }) => left + width)
  expect(ends.at(-1)).toBeCloseTo(100, 6)
  for (const [index, { left }] of DRAWN_BANDS.slice(1).entries()) expect(left).toBeCloseTo(ends[index] ?? NaN, 6)
})

test.each([
  [1, 3],
  [50, 50],
  [99, 97],
])('%s stands at %s percent of the width, half a dot from the edge at the least', (likelihood, place) => {
  expect(placeOf(likelihood)).toBe(place)
  expect(at(likelihood)).toBe(`${place}%`)
})

test('a likelihood stands in the band whose words it has', () => {
  const likely = DRAWN_BANDS.find(({ words }) => words === 'likely')
  expect(placeOf(60)).toBeGreaterThan(likely?.left ?? NaN)
  expect(placeOf(60)).toBeLessThan((likely?.left ?? NaN) + (likely?.width ?? NaN))
})
