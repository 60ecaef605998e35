import { expect, test } from 'vitest'
import { flatten } from '@/domain/documents/flatten'
import { fromArticle } from './article'

const ADDRESS = 'https://herald.example/world/2026/deal?ref=home'
const SENTENCE =
  'Officials spoke of forty thousand tonnes a year, and the annex, published later, names fourteen thousand. '
const BODY = Array.from({ length: 6 }, (_, at) => `<p>Paragraph ${at}. ${SENTENCE.repeat(2)}</p>`).join('')
const page = (head: string, body: string, lang = ' lang="en"') =>
  `<!doctype html><html${lang}><head>${head}</head><body>
   <nav><a href="/">Home</a><a href="/sport">Sport</a></nav><div id="main"><article>${body}</article></div>
   <aside class="related"><a href="/x">Most read</a></aside><footer>Imprint and cookies</footer></body></html>`
const read = (text: string) => fromArticle({ text, address: ADDRESS })
const textOf = (text: string) => flatten(read(text).doc).text

test('the article is taken, and what stands around it is left', () => {
  const text = textOf(page('<title>Deal | The Herald</title>', `<h1>Deal</h1>${BODY}`))
  expect(text).toContain('Paragraph 0.')
  expect(text).toContain('Paragraph 5.')
  for (const other of ['Sport', 'Most read', 'Imprint']) expect(text).not.toContain(other)
})

test('headings, lists, quotes and tables of an article stay what they are', () => {
  const more =
    '<h2>Terms</h2><ul><li>one thing that was agreed</li><li>another thing</li></ul><blockquote><p>Said so.</p></blockquote>'
  const { doc } = read(page('', BODY + more + BODY))
  expect(new Set((doc.content ?? []).map(({ type }) => type))).toEqual(
    new Set(['paragraph', 'heading', 'bulletList', 'blockquote']),
  )
})

test('links lead where a browser would go, and nowhere else', () => {
  const links = '<a href="/annex">a</a> <a href="more">b</a> <a href="#note">c</a> <a href="javascript:x()">d</a>'
  const { doc } = read(page('', `${BODY}<p>${SENTENCE}${links}</p>`))
  const hrefs = JSON.stringify(doc).match(/"href":"[^"]*"/g)
  expect(hrefs).toEqual(['"href":"https://herald.example/annex"', '"href":"https://herald.example/world/2026/more"'])
})

const JSON_LD = {
  '@context': 'https://schema.org',
  '@graph': [
    { '@type': 'Organization', name: 'Other' },
    {
      '@type': ['NewsArticle'],
      headline: 'Headline',
      datePublished: '2026-11-12T23:30:00-05:00',
      author: [{ '@type': 'Person', name: 'Ada Quill' }, 'Ben Ink'],
      publisher: { name: 'The Herald' },
      inLanguage: 'en-GB',
    },
  ],
}

test.each<[string, string, string, object]>([
  ['nothing', '', '', {}],
  [
    'JSON-LD',
    `<script type="application/ld+json">${JSON.stringify(JSON_LD)}</script>`,
    '',
    { author: 'Ada Quill, Ben Ink', source: 'The Herald', publishedOn: '2026-11-12', language: 'en-GB' },
  ],
  ['broken JSON-LD', '<script type="application/ld+json">{"@type":</script>', '', {}],
  [
    'odd JSON-LD',
    '<script type="application/ld+json">[null, 1, {"@type":"Article","author":{"name":{}},"headline":[]}]</script>',
    '',
    {},
  ],
  [
    'Open Graph',
    '<meta property="og:site_name" content="Herald"><meta property="article:published_time" content="2026-01-02">',
    '',
    { source: 'Herald', publishedOn: '2026-01-02' },
  ],
  [
    'authors of a paper',
    '<meta name="citation_author" content="A"><meta name="citation_author" content="B"><meta name="citation_publication_date" content="2025/03">',
    '',
    { author: 'A, B', publishedOn: '2025-03' },
  ],
  ['an author that is an address', '<meta property="article:author" content="https://social.example/ada">', '', {}],
  ['a date in words', '<meta name="date" content="Thu, 12 Nov 2026 10:00:00 GMT">', '', { publishedOn: '2026-11-12' }],
  ['a date that is none', '<meta name="date" content="yesterday">', '', {}],
  ['a language', '', ' lang="pt-BR"', { language: 'pt-BR' }],
  ['a locale', '<meta property="og:locale" content="de_AT">', '', { language: 'de-AT' }],
  [
    'its own address',
    '<link rel="canonical" href="/world/2026/deal">',
    '',
    { address: 'https://herald.example/world/2026/deal' },
  ],
])('what a page says of itself: %s', (_, head, lang, meta) => {
  expect(read(page(head, BODY, lang)).meta).toEqual(meta)
})

test('the title is that of the article, not of the site', () => {
  const site = '<meta property="og:site_name" content="The Herald">'
  expect(read(page(`<title>Deal | The Herald</title>${site}`, BODY)).title).toBe('Deal')
  expect(read(page(`<title>The Herald</title>${site}`, BODY)).title).toBe('The Herald')
  expect(read(page('<title>Deal | The Herald</title><meta property="og:title" content="Deal">', BODY)).title).toBe(
    'Deal',
  )
  expect(
    read(page(`<title>Site</title><script type="application/ld+json">${JSON.stringify(JSON_LD)}</script>`, BODY)).title,
  ).toBe('Headline')
})

test('a page without an article is taken whole, and says so', () => {
  const list = Array.from({ length: 40 }, (_, at) => `<div><a href="/${at}">Item number ${at}</a></div>`).join('')
  const { notes } = read(`<body>${list}</body>`)
  expect(notes.join()).toMatch(/^$|all text of the page was taken/)
})

test.each([
  ['an empty page', '<div id="app"></div><script>start()</script>', /hardly any text/],
  ['a notice', '<p>Please enable JavaScript.</p>', /hardly any text/],
  ['a wall', page('', `<p>${SENTENCE.repeat(3)}</p><form><input type="password"></form>`), /wants a sign-in/],
])('%s is refused with what to do', (_, text, words) => {
  expect(() => read(text)).toThrow(words)
})

test('a long article with a form to sign in beside it is read', () => {
  expect(textOf(page('', `${BODY}<form><input type="password"></form>`))).toContain('Paragraph 5.')
})

test('what is hostile is refused or taken apart', () => {
  expect(() => read('<div>'.repeat(10_000))).toThrow(/levels deep/)
  const json = JSON.stringify(read(page('', `${BODY}<script>alert(1)</script><img src=x onerror=alert(1)>`)).doc)
  expect(json).not.toMatch(/alert/)
})
