import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clears, cover, under } from './cover'

/** Three sentences of ten characters, a space between them. */
const SENTENCES = [0, 11, 22].map((start) => ({ start, end: start + 10 }))

type Case = [string, { claims?: string[]; cleared?: string[] }, string]
/** Spans as "id start-end"; what is expected, as "status claims/cleared" of each sentence. */
test.each<Case>([
  ['nothing', {}, 'unseen / | unseen / | unseen /'],
  ['a claim in a word', { claims: ['c 12-13'] }, 'unseen / | claimed c/ | unseen /'],
  ['a claim across two', { claims: ['c 9-12'] }, 'claimed c/ | claimed c/ | unseen /'],
  ['a claim that ends where one begins', { claims: ['c 0-11'] }, 'claimed c/ | unseen / | unseen /'],
  ['a claim in the space between', { claims: ['c 10-11'] }, 'unseen / | unseen / | unseen /'],
  ['two claims, one of them twice', { claims: ['c 0-4', 'd 3-5', 'c 6-8'] }, 'claimed c,d/ | unseen / | unseen /'],
  ['a cleared sentence', { cleared: ['x 11-21'] }, 'unseen / | cleared /x | unseen /'],
  ['half of one is not enough', { cleared: ['x 11-16'] }, 'unseen / | unseen / | unseen /'],
  ['a little more is', { cleared: ['x 11-17'] }, 'unseen / | cleared /x | unseen /'],
  ['two halves by two people', { cleared: ['x 0-5', 'y 5-10'] }, 'unseen / | unseen / | unseen /'],
  ['two people agree', { cleared: ['x 0-10', 'y 0-10'] }, 'cleared /x,y | unseen / | unseen /'],
  ['a long one', { cleared: ['x 3-28'] }, 'cleared /x | cleared /x | cleared /x'],
  ['a claim has the last word', { claims: ['c 0-2'], cleared: ['x 0-21'] }, 'claimed c/x | cleared /x | unseen /'],
  ['past the end', { claims: ['c 40-50'] }, 'unseen / | unseen / | unseen /'],
])('%s', (_, { claims = [], cleared = [] }, expected) => {
  const covered = cover(SENTENCES, { claims: claims.map(looked), cleared: cleared.map(looked) })
  const shown = covered.map(({ status, claimIds, clearedBy }) => `${status} ${claimIds.join()}/${clearedBy.join()}`)
  expect(shown.join(' | ')).toBe(expected)
  expect(covered.map(({ start, end }) => ({ start, end }))).toEqual(SENTENCES)
})

test('the sentences under a span are those that overlap it, and one that it clears is among them', () => {
  const anySentences = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 9 })), { maxLength: 30 }).map((steps) => {
    let at = 0
    return steps.map(([gap, length]) => {
      const start = at + gap
      at = start + length
      return { start, end: at }
    })
  })
  fc.assert(
    fc.property(anySentences, fc.nat(200), fc.integer({ min: 1, max: 60 }), (sentences, start, length) => {
      const span = { start, end: start + length }
      const overlapping = sentences.filter((sentence) => sentence.start < span.end && sentence.end > span.start)
      expect(under(sentences, span)).toEqual(overlapping)
      for (const sentence of sentences.filter((each) => clears(span, each))) expect(overlapping).toContain(sentence)
    }),
  )
})

function looked(text: string) {
  const [id = '', start, end] = text.split(/[ -]/)
  return { id, start: Number(start), end: Number(end) }
}
