import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DoubtfulJson, strictJson } from './strict-json'

test('whatever JSON writes is read as JSON reads it', () => {
  fc.assert(
    fc.property(fc.json({ noUnicodeString: false }), fc.constantFrom(undefined, 1, '\t'), (text, indent) => {
      if (text.includes('__proto__')) return
      const spaced = JSON.stringify(JSON.parse(text), null, indent)
      expect(strictJson(spaced)).toEqual(JSON.parse(spaced))
    }),
  )
})

test.each([
  ['{"a":1,"a":2}', 'twice'],
  ['{"a":1,"\\u0061":2}', 'twice'],
  ['[{"x":[{"b":1 , "b" :2}]}]', 'twice'],
  ['{"\\"":1,"\\"":2}', 'twice'],
  ['{"__proto__":{"a":1}}', '__proto__'],
  ['{"a":[{"\\u005f_proto__":1}]}', '__proto__'],
  [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'deep'],
  [`${'{"a":'.repeat(201)}1${'}'.repeat(201)}`, 'deep'],
])('%# is doubtful', (text, why) => {
  expect(() => strictJson(text)).toThrow(DoubtfulJson)
  expect(() => strictJson(text)).toThrow(why)
})

test.each([
  ['{"a":{"a":{"a":1}},"b":{"a":[{"a":2},{"a":3}]}}'],
  ['{"a":"{\\"a\\":1,\\"a\\":2}"}'],
  ['["a","a","a"]'],
  ['{"a\\\\":1,"a":"\\\\"}'],
  ['"__proto__"'],
  [`${'['.repeat(200)}${']'.repeat(200)}`],
])('%s is not', (text) => {
  expect(strictJson(text)).toEqual(JSON.parse(text))
})

test.each(['', '{"a":', "{'a':1}", '{a:1}', '[1,]', 'NaN', '{"a":1}}', '"\u0000"', '\uFEFF{}'])(
  '%j is none',
  (text) => {
    expect(() => strictJson(text)).toThrow(SyntaxError)
  },
)

test('a long text of quotation marks and backslashes is read in one go', () => {
  const value = { content: '\\"'.repeat(500_000) }
  expect(strictJson(JSON.stringify(value))).toEqual(value)
})
