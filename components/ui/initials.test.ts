import { expect, test } from 'vitest'
import { initialsOf } from './initials'

test.each([
  ['Ada Lovelace', 'AL'],
  ['ada', 'A'],
  ['Juan Carlos de Borbón', 'JB'],
  ['Łukasz Żak', 'ŁŻ'],
  ['שירה לוי', 'של'],
  ['👩🏽‍🚀 Ada', 'A'],
  ['👩🏽‍🚀', '👩🏽‍🚀'],
  ['"><script>alert(1)</script>', 'SS'],
  ['  ', '?'],
  ['', '?'],
])('%s', (name, initials) => expect(initialsOf(name)).toBe(initials))
