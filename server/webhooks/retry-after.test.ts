import { expect, test } from 'vitest'
import { askedToWait } from './retry-after'

const NOW = new Date('2026-03-01T12:00:00Z')
const MOST = 28_800

test.each([
  [429, '120', 120],
  [503, ' 120 ', 120],
  [429, '0', 0],
  [503, 'Sun, 01 Mar 2026 12:02:00 GMT', 120],
  [503, 'Sun, 01 Mar 2026 11:00:00 GMT', 0],
  [429, '999999999999999999999', MOST],
  [503, 'Sat, 01 Mar 2036 12:00:00 GMT', MOST],
  [503, 'Sun, 99 Mar 2026 12:02:00 GMT', 0],
  [429, '-5', 0],
  [429, '1.5', 0],
  [429, '1e3', 0],
  [429, '2030', 2030],
  [429, 'tomorrow', 0],
  [429, '', 0],
  [429, null, 0],
  [500, '120', 0],
  [301, '120', 0],
  [null, '120', 0],
])('%s with “Retry-After: %s” asks for %i seconds', (status, said, seconds) => {
  expect(askedToWait(status, said, NOW, MOST)).toBe(seconds)
})
