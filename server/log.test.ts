import { expect, test } from 'vitest'
import { db } from './db'
import { causeOf } from './log'

const failing = async (work: () => Promise<unknown>): Promise<unknown> => work().then(() => null, (error: unknown) => error) // prettier-ignore

test('of what the database refuses, its kind and the place are written down, and no value', async () => {
  const cause = causeOf(await failing(() => db.$queryRaw`SELECT ${'a whisper'}::text::uuid`))
  expect(cause).toMatch(/^PrismaClientKnownRequestError P2010 \(22P02\)\n\s+at /)
  expect(cause).not.toContain('whisper')
})

test('of a call that its client refuses too', async () => {
  const wrong = { where: { id: { whisper: 'a whisper' } } } as never
  const cause = causeOf(await failing(() => db.user.findFirst(wrong)))
  expect(cause).toMatch(/^PrismaClientValidationError\n\s+at /)
  expect(cause).not.toContain('whisper')
})

test('any other error is written down as it is', () => {
  expect(causeOf(new TypeError('nothing is there'))).toMatch(/^TypeError: nothing is there\n\s+at /)
  expect(causeOf('thrown by mistake')).toBe('string')
})
