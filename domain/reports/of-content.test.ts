import { expect, test } from 'vitest'
import type { ContentNode } from '../documents/content'
import { markdown } from './markdown'
import { blocksOf } from './of-content'

const text = (words: string, ...marks: ContentNode['marks'] & object) => ({ type: 'text', text: words, marks })
const node = (type: string, ...content: ContentNode[]): ContentNode => ({ type, content })
const says = (words: string) => node('paragraph', text(words))
const leads = (href: unknown) => ({ type: 'link', attrs: { href } })

const CASES: [what: string, content: ContentNode[], written: string][] = [
  ['paragraphs', [says('a'), says('b')], 'a\n\nb'],
  ['a line break', [node('paragraph', text('a'), { type: 'hardBreak' }, text('b'))], 'a\\\nb'],
  ['marks', [node('paragraph', text('a', { type: 'bold' }), text(' '), text('b', { type: 'italic' }))], '**a** *b*'],
  ['code', [node('paragraph', text('a*b', { type: 'code' }))], '`a*b`'],
  ['a list', [node('bulletList', node('listItem', says('a')), node('listItem', says('b')))], '- a\n- b'],
  ['a numbered list', [node('orderedList', node('listItem', says('a')), node('listItem', says('b')))], '1. a\n2. b'],
  [
    'a list in a list',
    [node('bulletList', node('listItem', says('a'), node('bulletList', node('listItem', says('b')))))],
    '- a\n\n  - b',
  ],
  ['a quotation', [node('blockquote', says('a'))], '> a'],
  ['a block of code', [node('codeBlock', text('a\n```'))], '````\na\n```\n````'],
  ['a link', [node('paragraph', text('a', leads('https://example.org/')))], '[a](<https://example.org/>)'],
  ['a link to a script', [node('paragraph', text('a', leads('javascript:alert(1)')))], 'a'],
  ['a link to nothing', [node('paragraph', text('a', leads(7)))], 'a'],
  ['what is not known', [node('mystery', says('a'))], 'a'],
  ['nothing', [node('paragraph')], ''],
]
test.each(CASES)('%s', (_, content, written) =>
  expect(markdown(blocksOf(node('doc', ...content)))).toBe(`${written}\n`),
)
