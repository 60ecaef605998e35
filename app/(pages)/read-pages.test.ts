import { expect, test } from 'vitest'
import { moreAddress, pagesAsked, readPages } from './read-pages'

const pages = [['a', 'b'], ['c', 'd'], ['e']]
const read = async (cursor: string | undefined) => {
  const at = Number(cursor ?? 0)
  return { items: pages[at] ?? [], next: at + 1 < pages.length ? String(at + 1) : null }
}

test('a list is read page by page, to its end or as far as is wanted', async () => {
  expect(await readPages(read)).toEqual({ items: ['a', 'b', 'c', 'd', 'e'], more: false })
  expect(await readPages(read, 1)).toEqual({ items: ['a', 'b'], more: true })
  expect(await readPages(read, 3)).toEqual({ items: ['a', 'b', 'c', 'd', 'e'], more: false })
})

test('an address asks for one page of a list at least, and never for too many', () => {
  const asked = ['3', '1', '0', '-2', '1.5', 'x', '', '1e9', ['2']].map((passages) =>
    pagesAsked({ passages }, 'passages'),
  )
  expect(asked).toEqual([3, 1, 1, 1, 1, 1, 1, 100, 1])
  expect(pagesAsked({}, 'passages')).toBe(1)
})

test('more of one list keeps what is asked for of the others', () => {
  expect(moreAddress({}, 'passages')).toBe('?passages=2')
  expect(moreAddress({ passages: '2', events: '4', x: ['1', '2'] }, 'passages')).toBe('?passages=3&events=4')
})
