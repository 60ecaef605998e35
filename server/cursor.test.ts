import { expect, test } from 'vitest'
import { z } from 'zod'
import { cursor } from './cursor'

const byName = cursor(z.strictObject({ name: z.string().max(300), id: z.uuid() }))
const row = { name: 'Ada “😀” \\u0000 as it is written', id: '01890000-0000-7000-8000-000000000000' }
const encoded = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

test('what is written is read; no cursor is the first page', () => {
  expect(byName.read(undefined)).toBeNull()
  const plain = { ...row, name: 'Ada “😀”' }
  expect(byName.read(byName.write(plain))).toEqual(plain)
})

test.each([
  ['nothing', ''],
  ['no base64', '%%%%'],
  ['no JSON', encoded('{"name":')],
  ['a list', encoded([row.name, row.id])],
  ['more than the keys', encoded({ ...row, admin: true })],
  ['fewer', encoded({ id: row.id })],
  ['an operator', encoded({ ...row, name: { $ne: null } })],
  ['no id', encoded({ ...row, id: "' OR 1=1 --" })],
  ['U+0000, which the database refuses', encoded({ ...row, name: 'a\0b' })],
  ['a prototype', encoded('{"__proto__":{"name":"a"},"id":"01890000-0000-7000-8000-000000000000"}')],
  ['a deep one', encoded(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)],
])('a cursor that is %s is refused in words', (_, text) => {
  expect(() => byName.read(text)).toThrow('This cursor is not one of ours.')
})
