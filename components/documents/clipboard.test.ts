import { expect, test } from 'vitest'
import { clipOf } from './clipboard'

test.each<[string, string, boolean]>([
  ['a page', '<h1>Title</h1><p>Words</p>', true],
  ['a list', '<meta charset=utf-8><ul class=x><li>one</li></ul>', true],
  ['a link', '<p>See <a href="https://example.org">this</a></p>', true],
  ['bold words', '<p>So <B>bold</B></p>', true],
  ['a list of Word', "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>one</p>", true],
  ['an editor of code', '<div style="color: #fff"><span>const a = 1</span></div>', false],
  ['words that only look like it', '<p>a article, bold, h1</p>', false],
  ['nothing', '', false],
])('the clipboard of %s', (_, html, kept) => {
  const data = { getData: (type: string) => (type === 'text/html' ? html : 'text') } as DataTransfer
  expect(clipOf(data)).toEqual({ text: 'text', html: kept ? html : '' })
})
