import { expect, test } from 'vitest'
import { directionOf } from './direction'

test.each([
  ['One deal', 'ltr'],
  ['שלום עולם', 'rtl'],
  ['مرحبا', 'rtl'],
  ['  (1) “שלום” said', 'rtl'],
  ['1. See שלום', 'ltr'],
  ['稀土', 'ltr'],
  ['\u200fOne', 'rtl'],
  ['\u200eשלום', 'ltr'],
  ['123 – 👍', 'ltr'],
  ['', 'ltr'],
])('%j is written %s', (text, direction) => expect(directionOf(text)).toBe(direction))
