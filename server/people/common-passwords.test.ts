import { expect, test } from 'vitest'
import { refused } from '../testing/refused'
import { isCommonPassword } from './common-passwords'
import { hashNewPassword } from './password'

test.each([
  '123456789987654321',
  'QWERTY123456',
  'passwordpassword',
  'Password2026!',
  'iloveyou 12345',
  'leavemealone',
])('is among the first to be guessed: %s', (password) => expect(isCommonPassword(password)).toBe(true))

test.each([
  'correct horse battery',
  'a good long password',
  'four dull grey mice',
  '密码密码密码密码密码密码',
  '            .',
])('is not: %s', (password) => expect(isCommonPassword(password)).toBe(false))

test('no new password is one of them', async () => {
  await expect(hashNewPassword('Password2026!')).rejects.toEqual(refused('invalid', /first that are guessed/))
  expect(await hashNewPassword('correct horse battery')).toMatch(/^\$argon2id\$/)
})
