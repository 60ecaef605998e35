import { expect, test } from 'vitest'
import { coloured, type Block, type ColouredPassage } from './coloured'

/** Blocks of four characters each, joined by a line feed: "aaaa\nbbbb". */
const text = (count: number) =>
  Array.from({ length: count }, (_, index) => 'abcdefghij'.charAt(index).repeat(4)).join('\n')
const blocks = (count: number): Block[] =>
  Array.from({ length: count }, (_, index) => ({ at: index * 5, end: index * 5 + 4, heading: false }))

/** Passages as "0-2=0.5" or "0-2=?" (not judged), numbered from 1. */
const passages = (source: string): ColouredPassage[] =>
  source
    .split(' ')
    .filter(Boolean)
    .map((each, index) => {
      const [, start, end, split] = /^(\d+)-(\d+)=(.+)$/.exec(each) ?? []
      return { start: Number(start), end: Number(end), number: index + 1, split: split === '?' ? null : Number(split) }
    })

/** A block as "aa[0.5]¹", with what it says, the split, and the numbers that end. */
const brief = (count: number, source: string) =>
  coloured(text(count), blocks(count), passages(source))
    .map((block) =>
      'leftOut' in block
        ? `…${block.leftOut}`
        : block.stretches
            .map(
              ({ text: words, claimed, split, ends }) =>
                `${words}${claimed ? `[${split ?? '?'}]` : ''}${ends.map((n) => `#${n}`).join('')}`,
            )
            .join('|'),
    )
    .join(' / ')

test.each([
  ['no claim, a short text', 2, '', 'aaaa / bbbb'],
  ['no claim, a long text', 3, '', '…3'],
  ['the beginning of a block', 1, '0-2=0.5', 'aa[0.5]#1|aa'],
  ['a whole block', 1, '0-4=0', 'aaaa[0]#1'],
  ['one that nobody has judged', 1, '1-3=?', 'a|aa[?]#1|a'],
  ['two that overlap: the larger split', 1, '0-3=0.2 1-4=0.9', 'a[0.2]|aa[0.9]#1|a[0.9]#2'],
  ['judged and not judged', 1, '0-4=? 0-4=0.3', 'aaaa[0.3]#1#2'],
  ['over two blocks', 2, '2-7=1', 'aa|aa[1] / bb[1]#1|bb'],
  ['nothing is left out beside a claim', 6, '0-4=1', 'aaaa[1]#1 / bbbb / …4'],
  ['too few to be left out', 4, '0-4=1', 'aaaa[1]#1 / bbbb / cccc / dddd'],
  ['between two claims', 8, '0-4=1 35-39=1', 'aaaa[1]#1 / bbbb / …4 / gggg / hhhh[1]#2'],
])('%s', (_, count, source, expected) => expect(brief(count, source)).toBe(expected))
