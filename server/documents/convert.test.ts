import { expect, test } from 'vitest'
import { convert, type ConvertLimits } from './convert'

const LIMITS: ConvertLimits = { milliseconds: 30_000, bytes: 512 * 1024 * 1024, characters: 3_000_000 }
const file = (content: string, fileName = 'a.html') => ({ bytes: Buffer.from(content), fileName })

test('a conversion that takes too long is stopped, and says what to do', async () => {
  await expect(convert(file('<p>x</p>'.repeat(50_000)), { ...LIMITS, milliseconds: 1 })).rejects.toThrow(
    /took too much time, so it was stopped\. Split it/,
  )
})

test('a conversion that takes too much memory is stopped, and says what to do', async () => {
  const large = file(`<p>${'<b>x</b>'.repeat(1_500_000)}</p>`)
  await expect(convert(large, { ...LIMITS, bytes: 64 * 1024 * 1024 })).rejects.toThrow(/took too much memory/)
})

test('many at once wait for their turn, and all are answered', async () => {
  const titles = Array.from({ length: 8 }, (_, at) => `Number ${at}`)
  const made = await Promise.all(titles.map((title) => convert(file(`<title>${title}</title><p>x</p>`), LIMITS)))
  expect(made.map(({ title }) => title)).toEqual(titles)
})

test('what was refused in the child is refused here, in its words', async () => {
  await expect(convert(file('', 'a.txt'), LIMITS)).rejects.toThrow('This file is empty.')
  await expect(convert(file('Too long.', 'a.txt'), { ...LIMITS, characters: 3 })).rejects.toThrow('9 characters')
})
