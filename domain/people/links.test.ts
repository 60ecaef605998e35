import { expect, test } from 'vitest'
import { LINKED, linkFrom, linkTo } from './links'

const secret = 'aZ09_-'.repeat(7)

test('a link gives back the page and the secret that it was made of, and sends neither to a server', () => {
  for (const page of LINKED) {
    const { pathname, search, hash } = new URL(linkTo('https://assay.example', page, secret))
    expect([pathname, search]).toEqual(['/link', ''])
    expect(linkFrom(hash)).toEqual({ page, secret })
  }
})

test.each([
  '',
  '#',
  '#join',
  '#join=',
  `#leave=${secret}`,
  `#__proto__=${secret}`,
  `#join=${secret}%20`,
  `#=${secret}`,
  '#join=short',
  `#join=${'a'.repeat(201)}`,
])('“%s” is no link of ours, or a part of one', (hash) => {
  expect(linkFrom(hash)).toBeNull()
})
