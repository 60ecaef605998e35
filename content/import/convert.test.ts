import { expect, test } from 'vitest'
import { Refusal } from '@/domain/refusal'
import { sketch } from '../sketch.cases'
import { convertFile } from './convert'

const convert = (fileName: string, content: string | Uint8Array, most = 3_000_000) =>
  convertFile({ fileName, most, bytes: typeof content === 'string' ? Buffer.from(content) : content })

const BRIEFING = [
  'Ministers Find Common Ground',
  'As of August there is no deal, officials said on Monday.',
  'Critics see a promise of a promise; they may be right.',
  '- 40,000 tonnes a year',
  '- or 14,000, says the annex',
].join('\n')

const TEXTS: [string, string, string][] = [
  ['a headline, paragraphs and a list in single lines', BRIEFING, 'h1(Ministers Find Common Ground) p(As of August there is no deal, officials said on Monday.) p(Critics see a promise of a promise; they may be right.) ul(li(p(40,000 tonnes a year)) li(p(or 14,000, says the annex)))'], // prettier-ignore
  ['paragraphs wrapped by hand', 'One line\nand another.\nAnd a third.\n\nA second\nparagraph,\nwrapped.\n\n', 'p(One line and another. And a third.) p(A second paragraph, wrapped.)'], // prettier-ignore
  ['numbers that follow are one list, others begin a new one', 'Said.\n1. one\n2. two\n7. seven', 'p(Said.) ol(li(p(one)) li(p(two))) ol(li(p(seven)))'], // prettier-ignore
  ['a year begins a sentence and no list', 'It was so.\n2025. That was the year.', 'p(It was so.) p(2025. That was the year.)'], // prettier-ignore
  ['windows line ends', 'It is.\r\nSo it is.\r\n', 'p(It is.) p(So it is.)'],
  ['markup is words', 'It is <b>not</b> bold.', 'p(It is <b>not</b> bold.)'],
]
test.each(TEXTS)('text: %s', async (_, source, expected) => {
  expect(sketch((await convert('a.txt', source)).json)).toBe(expected)
})

const MARKDOWN: [string, string, string][] = [
  ['headings and marks', '# Title\n\nSome **bold**, *italic* and `code`.', 'h1(Title) p(Some *bold*, _italic_ and `code`.)'], // prettier-ignore
  ['lists in lists', '- one\n  - two\n- three', 'ul(li(p(one) ul(li(p(two)))) li(p(three)))'],
  ['numbers from where they begin', '3. three\n4. four', 'ol(li(p(three)) li(p(four)))'],
  ['a table', '| a | b |\n|---|---|\n| 1 | 2 |', 'table(tr(th(p(a)) th(p(b))) tr(td(p(1)) td(p(2))))'],
  ['a quote, a rule, code', '> said\n\n---\n\n```js\na = 1\n```', 'quote(p(said)) --- pre(a = 1)'],
  ['links, safe ones only', '[a](https://example.org) [b](javascript:alert)', 'p([a](https://example.org) b)'],
  ['HTML inside is sieved', 'One <script>alert(1)</script>two <b onclick="x">three</b>', 'p(One two *three*)'],
  ['footnotes', 'So[^b] it is[^a], and[^c].\n\n[^a]: Says *A*.\n[^b]: https://example.org/b\n    and more.\n\nThe end.', 'p(So^[1]^ it is^[2]^, and[^c].) p(The end.) --- ol(li(p([https://example.org/b](https://example.org/b) and more.)) li(p(Says _A_.)))'], // prettier-ignore
  ['metadata in front is no text', '---\ntitle: "Named"\n---\nWords', 'p(Words)'],
]
test.each(MARKDOWN)('Markdown: %s', async (_, source, expected) => {
  expect(sketch((await convert('a.md', source)).json)).toBe(expected)
})

const PAGES: [string, string, string][] = [
  ['structure is kept', '<h1>Title</h1><p>Some <b>bold</b> and <em>italic</em>.</p><ul><li>one<li>two</ul>', 'h1(Title) p(Some *bold* and _italic_.) ul(li(p(one)) li(p(two)))'], // prettier-ignore
  ['scripts, styles, navigation and hidden words go', '<style>p{}</style><nav>Menu</nav><p hidden>a</p><p style="display:none">b</p><script>c</script><p>d</p>', 'p(d)'], // prettier-ignore
  ['handlers and unsafe links go, words stay', '<p onclick="x()">a <a href=" JavaScript:alert(1)">b</a> <a href="/c">c</a> <a href="mailto:d@example.org">d</a></p>', 'p(a b c [d](mailto:d@example.org))'], // prettier-ignore
  ['styles of word processors are marks', '<p><span style="font-weight:700">a</span><b style="font-weight:normal">b</b><span style="font-style:italic">c</span></p>', 'p(*a*b_c_)'], // prettier-ignore
  ['boxes don’t run into each other', '<div>a</div><div>b<div>c</div></div><main>d</main>', 'p(a) p(b) p(c) p(d)'],
  ['entities and unclosed tags', '<p>a &amp; b &lt;c&gt;<p>d<b>e', 'p(a & b <c>) p(d*e*)'],
  ['code keeps its lines', '<pre><code class="language-js">a\n  b</code></pre>', 'pre(a\n  b)'],
  ['a table with spans and a caption', '<table><caption>T</caption><tr><td colspan="2">a</td></tr><tr><td>b</td><td>c</td></tr></table>', 'p(T) table(tr(td(p(a))) tr(td(p(b)) td(p(c))))'], // prettier-ignore
  ['raised figures', '<p>10<sup>2</sup></p>', 'p(10^2^)'],
  ['notes, without the arrows that lead back', '<p>a<sup><a href="#n1">1</a></sup></p><ol><li id=n1>note <a href="#r1">↩︎</a></ol>', 'p(a^1^) ol(li(p(note)))'], // prettier-ignore
  ['line breaks', '<p>a<br>b</p>', 'p(a⏎b)'],
]
test.each(PAGES)('HTML: %s', async (_, source, expected) => {
  expect(sketch((await convert('a.html', source)).json)).toBe(expected)
})

test.each([
  ['of a page', 'a.html', '<title> The  Deal </title><p>x</p>', 'The Deal'],
  ['of a heading', 'a.md', '# The Deal\n\nx', 'The Deal'],
  ['of metadata', 'a.md', "---\ntitle: 'The Deal'\n---\n# Other\n\nx", 'The Deal'],
  ['of a headline', 'a.txt', 'The Deal\nIt is a deal.', 'The Deal'],
  ['else of the file', 'The Deal.v2.txt', 'It is a deal.', 'The Deal.v2'],
  ['never half a character', 'a.html', `<title>${'x'.repeat(299)}😀</title><p>x</p>`, 'x'.repeat(299)],
])('the title %s', async (_, fileName, source, expected) => {
  expect((await convert(fileName, source)).title).toBe(expected)
})

/** What pages and texts say of themselves, when they are uploaded; each also in ways that are not to be believed. */
const HEAD =
  '<meta name="author" content="By Ada Quill"><meta property="article:published_time" content="2026-11-12T23:30:00-05:00"><meta property="og:title" content="The Deal"><link rel="canonical" href="https://times.example/deal">'
const JSON_LD =
  '{"@type":"NewsArticle","headline":"The Deal","author":[{"name":"Ada"},{"name":"Ben"}],"datePublished":"2026-11","publisher":{"name":"Times"}}'
const WHO = { author: 'Ada Quill', publishedOn: '2026-11-12' }
test.each<[string, string, string, string, object]>([
  [
    'its head',
    'a.html',
    `<html lang="en-gb"><head>${HEAD}<title>Deal | Times</title></head><p>x</p>`,
    'The Deal',
    { ...WHO, language: 'en-GB', address: 'https://times.example/deal' },
  ],
  [
    'JSON-LD',
    'a.html',
    `<script type="application/ld+json">${JSON_LD}</script><p>x</p>`,
    'The Deal',
    { author: 'Ada, Ben', publishedOn: '2026-11', source: 'Times' },
  ],
  [
    'nothing that can be kept',
    'a.html',
    '<html lang="klingonish"><title>T</title><meta name="date" content="soon"><link rel="canonical" href="javascript:alert(1)"><script type="application/ld+json">{"@type":</script><p>x</p>',
    'T',
    {},
  ],
  [
    'its first lines',
    'a.md',
    '---\ntitle: The Deal\nauthor: Ada Quill\ndate: 2026-11-12\nlang: en-gb\n---\n# Other\n\nx',
    'The Deal',
    { ...WHO, language: 'en-GB' },
  ],
  [
    'no day that there is, no language',
    'a.md',
    '---\ntitle: The Deal\ndate: 2026-13-01\nlang: en; drop\n---\nx',
    'The Deal',
    {},
  ],
])('a file says of itself by %s', async (_, fileName, source, title, meta) => {
  const made = await convert(fileName, source)
  expect({ title: made.title, meta: made.meta }).toEqual({ title, meta })
  expect(sketch(made.json)).toMatch(/p\(x\)$/)
})

const bytes = (...codes: number[]) => Uint8Array.from(codes)
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
const latin = (text: string) => Buffer.from(text, 'latin1')

test.each([
  ['UTF-8', Buffer.from('Was für ein Geschäft.'), 'utf-8', 0],
  ['UTF-8 with a mark', Buffer.concat([bytes(0xef, 0xbb, 0xbf), Buffer.from('Was für ein Geschäft.')]), 'utf-8', 0],
  ['UTF-16', utf16('Was für ein Geschäft.'), 'utf-16le', 0],
])('%s is read', async (_, content, encoding, notes) => {
  const converted = await convert('a.txt', content)
  expect(sketch(converted.json)).toBe('p(Was für ein Geschäft.)')
  expect({ encoding: converted.encoding, notes: converted.notes.length }).toEqual({ encoding, notes })
})

test('another encoding is converted, and that is said', async () => {
  const text = 'Das Geschäft über seltene Erden enthält für beide Länder größere Lücken. '.repeat(5)
  const { json, notes } = await convert('a.txt', latin(text))
  expect(sketch(json)).toContain('Geschäft über seltene Erden enthält für beide Länder größere Lücken.')
  expect(notes.join()).toMatch(/not UTF-8; it was converted from/)
})

test('what a page declares counts', async () => {
  const page = latin('<meta charset="windows-1252"><p>Geschäft</p>')
  expect(await convert('a.html', page)).toMatchObject({ encoding: 'windows-1252' })
})

test.each([
  ['an empty file', 'a.txt', '', /empty/],
  ['only spaces', 'a.txt', ' \n\t ', /no text/],
  ['a page without words', 'a.html', '<script>build()</script><p>\u200b</p>', /No text was found/],
  ['another ending', 'a.exe', 'x', /\.exe files can't be imported\. Assay reads/],
  ['no ending', 'README', 'x', /without an ending/],
  ['data', 'a.txt', bytes(65, 0, 66), /data and not text/],
  ['broken UTF-16', 'a.txt', bytes(0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00), /not valid utf-16le/],
  ['nested boxes', 'a.html', '<div>'.repeat(600) + 'x', /nests its elements/],
  ['nested quotes', 'a.md', '> '.repeat(80) + 'x', /quotes or lists/],
])('%s is refused in words that say what to do', async (_, fileName, content, words) => {
  const refusal: unknown = await convert(fileName, content).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(Refusal)
  expect((refusal as Refusal).message).toMatch(words)
})

test('a text that is too long says by how much', async () => {
  await expect(convert('a.txt', 'Too long.', 5)).rejects.toThrow('This text has 9 characters; 5 is the most')
})
