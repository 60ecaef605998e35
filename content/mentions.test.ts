import { expect, test } from 'vitest'
import type { ContentNode } from '@/domain/documents/content'
import { checkComment, checkDocument, checkProse } from './check'
import { renderComment } from './html'
import { mentionedIn, nameMentions } from './mentions'
import { isEmpty, plainText } from './plain'

const ADA = '019d0000-0000-7000-8000-00000000000a'
const EVE = '019d0000-0000-7000-8000-00000000000e'
const names = new Map([[ADA, 'Ada']])
const mention = (id: unknown, label: unknown) => ({ type: 'mention', attrs: { id, label } })
const p = (...content: ContentNode[]): ContentNode => ({ type: 'doc', content: [{ type: 'paragraph', content }] })

test('a comment names people by their ids, and nothing else of what a browser sends stays', () => {
  const sent = p({ type: 'mention', attrs: { id: ADA, label: 'Ada', onclick: 'x', mentionSuggestionChar: '@' } })
  expect(checkComment(sent)).toEqual(p(mention(ADA, 'Ada')))
  expect(checkComment(p(mention(ADA, `\u0000${'x'.repeat(200)}`)))).toEqual(p(mention(ADA, '')))
  expect(() => checkComment(p(mention('everyone', 'All')))).toThrow(/names someone by their id/)
  for (const check of [checkDocument, checkProse]) expect(() => check(sent)).toThrow(/not allowed here/)
})

test('whoever is known gets their name; anyone else is plain text', () => {
  const json = p(mention(ADA, 'The Director'), { ...mention(EVE, 'Eve'), marks: [{ type: 'bold' }] })
  expect(mentionedIn(json)).toEqual([EVE, ADA])
  expect(nameMentions(json, names)).toEqual(
    p(mention(ADA, 'Ada'), { type: 'text', text: '@Eve', marks: [{ type: 'bold' }] }),
  )
  expect(plainText(nameMentions(json, names))).toBe('@Ada@Eve')
  expect(isEmpty(p(mention(ADA, 'Ada')))).toBe(false)
})

test('a name is shown as text, whatever it is', () => {
  expect(renderComment(p(mention(ADA, '<img onerror=x>')))).toBe(
    '<p><span class="mention">@&lt;img onerror=x&gt;</span></p>',
  )
})
