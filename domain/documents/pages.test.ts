import { expect, test } from 'vitest'
import type { PageMark } from './page-mark'
import { citePages, findPage, lastPage, nameOfPage, pageAt, startOfPage } from './pages'

/** Page 3 is empty; a note of page 2 stands behind what goes on to page 4. */
const MARKS: PageMark[] = [
  { at: 0, page: 1 },
  { at: 100, page: 2 },
  { at: 200, page: 4 },
  { at: 250, page: 2 },
  { at: 270, page: 4 },
]

test.each([
  [0, 1],
  [99, 1],
  [100, 2],
  [249, 4],
  [250, 2],
  [9999, 4],
])('the page at %i is %i', (offset, page) => {
  expect(pageAt(MARKS, offset)).toBe(page)
})

test.each([
  [1, 0],
  [2, 100],
  [3, 200],
  [4, 200],
  [5, null],
])('page %i begins at %s', (page, at) => {
  expect(startOfPage(MARKS, page)).toBe(at)
})

test.each([
  [0, 10, 'p. 1'],
  [90, 100, 'p. 1'],
  [90, 101, 'pp. 1–2'],
  [50, 240, 'pp. 1–4'],
  [255, 260, 'p. 2'],
])('what stands from %i to %i is cited as %s', (start, end, cited) => {
  expect(citePages(MARKS, { start, end })).toBe(cited)
})

test('a document without pages has none', () => {
  expect([pageAt([], 5), startOfPage([], 1), lastPage([]), citePages([], { start: 0, end: 5 })]).toEqual([
    null,
    null,
    0,
    '',
  ])
})

/** A cover without a number, a preface, and a part that begins with 1. */
const PRINTED: PageMark[] = [
  { at: 0, page: 1, label: '[1]' },
  { at: 10, page: 2, label: 'i' },
  { at: 20, page: 3, label: 'ii' },
  { at: 30, page: 4, label: '1' },
  { at: 40, page: 6, label: 'A-1' },
]

test.each([
  ['i', 2],
  [' II ', 3],
  ['1', 4],
  ['a-1', 6],
  ['3', 3],
  ['5', 5],
  ['7', null],
  ['0', null],
  ['', null],
  ['iii', null],
])('by “%s” page %s is meant', (said, page) => {
  expect(findPage(PRINTED, said)).toBe(page)
})

test('pages are called and cited by what is printed on them', () => {
  expect([3, 5, 6].map((page) => nameOfPage(PRINTED, page))).toEqual(['ii', '5', 'A-1'])
  expect(citePages(PRINTED, { start: 12, end: 15 })).toBe('p. i')
  expect(citePages(PRINTED, { start: 25, end: 45 })).toBe('pp. ii–A-1')
  expect(findPage(MARKS, '4')).toBe(4)
})
