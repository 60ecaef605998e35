import { expect, test } from 'vitest'
import { stepOf } from './split-steps'

test.each([
  [null, 'unjudged'],
  [0, 'agreed'],
  [0.01, 'some'],
  [1 / 3 - 0.001, 'some'],
  [0.34, 'clear'],
  [0.66, 'clear'],
  [0.67, 'wide'],
  [1, 'wide'],
])('%s', (split, key) => expect(stepOf(split).key).toBe(key))
