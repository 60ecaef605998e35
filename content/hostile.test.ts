import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { byline } from '@/domain/documents/byline'
import { guess, typeOf } from '@/domain/claims/guess'
import { sentencesOf } from '@/domain/claims/sentences'
import type { ContentNode } from '@/domain/documents/content'
import { directionOf } from '@/domain/documents/direction'
import { find } from '@/domain/documents/find'
import { flatten } from '@/domain/documents/flatten'
import { fold } from '@/domain/documents/fold'
import { HOSTILE, hostileStrings } from '@/domain/hostile.cases'
import { after, before } from '@/domain/annotations/surroundings'
import { meaningOf, readAsked, wordsIn } from '@/domain/search/asked'
import { Refusal } from '@/domain/refusal'
import { checkComment } from './check'
import { planParts, renderComment, renderPart } from './html'
import { isSafeLink } from './link'
import { convertFile } from './import/convert'

/*
 * What becomes of hostile strings as texts: files that hold them are read or refused in words, and what our renderer makes
 * of them has nothing in it but what a text may have. It is parsed as a browser would, not looked at with patterns.
 */

/** Longer ones are for the process that reads files, which has a limit of time (server/documents/convert.test.ts). */
const readable = hostileStrings.filter(({ length }) => length <= 10_000)

/** What a text is shown with (docs/architecture.md, "What always holds"). */
const ELEMENTS = new Set([
  ...[
    'section',
    'p',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'blockquote',
    'ul',
    'ol',
    'li',
    'pre',
    'code',
    'hr',
    'br',
    'div',
  ],
  ...[
    'strong',
    'em',
    's',
    'u',
    'a',
    'sub',
    'sup',
    'table',
    'thead',
    'tbody',
    'tr',
    'td',
    'th',
    'span',
    'colgroup',
    'col',
  ],
])
const ATTRIBUTES =
  /^(data-[\w-]+|href|rel|target|class|start|colspan|rowspan|dir|lang|id|tabindex|title|aria-\w+|role)$/

/** What is in some HTML that has no place there. */
function livingIn(html: string): string[] {
  const { document } = parseHTML(`<body>${html}</body>`)
  return [...document.querySelectorAll('body *')].flatMap((element) => [
    ...(ELEMENTS.has(element.localName) ? [] : [`<${element.localName}>`]),
    ...[...element.attributes].flatMap(({ name, value }) => {
      if (!ATTRIBUTES.test(name)) return [`${element.localName} ${name}="${value}"`]
      return name === 'href' && !/^(https?:|mailto:)/.test(value) ? [`${element.localName} ${name}="${value}"`] : []
    }),
  ])
}

function shown(json: ContentNode): string {
  const flat = flatten(json)
  return planParts(json, flat)
    .map((part) => renderPart(json, flat, part))
    .join('\n')
}

async function read(text: string, fileName: string): Promise<ContentNode | null> {
  try {
    return (await convertFile({ bytes: new TextEncoder().encode(text), fileName, most: 3_000_000 })).json
  } catch (error) {
    if (error instanceof Refusal && error.message.length > 20) return null
    throw error
  }
}

const AROUND = {
  'a.txt': (text: string) => text,
  'a.md': (text: string) => `${text}\n\n[a](${text})\n\n- ${text}\n\n\`${text}\``,
  'a.html': (text: string) =>
    `<title>${text}</title><meta name=author content="${text}"><p>Words.</p>${text}<p title="${text}">x<a href="${text}">a</a><a href='${text}'>b</a></p>`,
} as const

/** Each string in one of the formats: what one of them reads, the others read with the same checks. */
const NAMES = Object.keys(AROUND) as (keyof typeof AROUND)[]

test.each(NAMES)(
  '%s: whatever is in it, nothing of it lives',
  async (name) => {
    const [around, mine] = [AROUND[name], readable.filter((_, at) => at % NAMES.length === NAMES.indexOf(name))]
    let taken = 0
    for (const text of mine) {
      const json = await read(around(text), name)
      if (json === null) continue
      taken++
      expect([text.slice(0, 200), ...livingIn(shown(json))]).toEqual([text.slice(0, 200)])
      expect(flatten(json).text).not.toMatch(/[\0\r]|\p{Cs}/u)
    }
    expect(taken).toBeGreaterThan(mine.length / 2)
  },
  300_000,
)

test('what someone says is kept as it is or refused, and shown as text', () => {
  for (const text of readable) {
    const link = { type: 'text', text: 'a', marks: [{ type: 'link', attrs: { href: text } }] }
    for (const content of [
      [{ type: 'text', text }],
      [link],
      [{ type: text }],
      [{ type: 'mention', attrs: { id: text, label: text } }],
    ]) {
      const json = { type: 'doc', content: [{ type: 'paragraph', content }] }
      let clean: ContentNode
      try {
        clean = checkComment(json)
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal)
        continue
      }
      expect({ text, living: livingIn(renderComment(clean)) }).toEqual({ text, living: [] })
      if (content[0] !== link) expect(flatten(clean).text).toBe(text)
    }
  }
})

test('no script URL is a link', () => {
  expect((HOSTILE['script URLs'] ?? []).filter(isSafeLink).filter((url) => !/^\s*(https|mailto):/i.test(url))).toEqual(
    [],
  )
})

test('what looks through texts comes to an end, whatever they are', () => {
  for (const text of hostileStrings) {
    const short = text.slice(0, 1000)
    expect(typeof typeOf(short)).toBe('string')
    expect(guess(text.slice(0, 5000))).toBeDefined()
    expect([...sentencesOf(text)].every(({ start, end }) => start <= end)).toBe(true)
    expect(['ltr', 'rtl']).toContain(directionOf(text))
    const folded = fold(text)
    expect(find(text, folded, short.slice(0, 200)).length).toBeGreaterThanOrEqual(0)
    expect(meaningOf(readAsked(text.slice(0, 300)))).toBeDefined()
    expect(wordsIn(text).length).toBeGreaterThanOrEqual(0)
    expect([before(text), after(text), byline({ author: short, source: short, publishedOn: '' })]).toHaveLength(3)
  }
})
