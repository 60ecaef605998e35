import { expect, test } from 'vitest'
import { flatten } from '@/domain/documents/flatten'
import type { PageMark } from '@/domain/documents/page-mark'
import { pageAt } from '@/domain/documents/pages'
import { sketch } from '../../sketch.cases'
import { convertFile } from '../convert'
import { manyPages, pdfFile, printedPages, sentences, twoColumns, withPreface } from './pdf.cases'

const convert = (bytes: Uint8Array, fileName = 'a.pdf') => convertFile({ fileName, bytes, most: 3_000_000 })

const drawn = async (draw: (pdf: PDFKit.PDFDocument) => void) => sketch((await convert(await pdfFile(draw))).json)

test('two columns are read one after the other, over pages, without running lines', async () => {
  const { json, pages, title, meta, format } = await convert(await twoColumns())
  const { text } = flatten(json)
  const numbers = [...text.matchAll(/Sentence (\d+) says/g)].map(([, number]) => Number(number))
  const abstract = [900, 901, 902, 903]
  const body = Array.from({ length: 48 }, (_, at) => Array.from({ length: 6 }, (_, each) => at * 10 + each)).flat()
  expect(numbers).toEqual([...abstract, ...body])
  // A paragraph is one block, also where it goes on in the next column or on the next page.
  expect(json.content?.length).toBe(1 + 1 + 48)
  expect(json.content?.[0]).toMatchObject({ type: 'heading', attrs: { level: 1 } })
  expect(text).not.toMatch(/Quarterly|^\d+$/m)
  expect({ title, meta, format }).toEqual({ title: 'A report in two columns', meta: { author: 'N. Body', publishedOn: '2025-08-04' }, format: 'pdf' }) // prettier-ignore
  expect(pages.map(({ page }) => page)).toEqual([1, 2, 3, 4])
  for (const { at } of pages.slice(1)) expect(text.slice(at - 1, at)).toMatch(/\s/)
})

type Laid = [number, string][]

/** Lines of words, each of which begins where it is said. */
const laid = (pdf: PDFKit.PDFDocument, top: number, ...lines: Laid[]) => {
  for (const [at, line] of lines.entries())
    for (const [left, words] of line) pdf.text(words, left, top + at * 14, { lineBreak: false })
}

const WIDE = { width: 300 }
const CASES: [string, (pdf: PDFKit.PDFDocument) => void, string][] = [
  [
    'a gap parts paragraphs',
    (pdf) => pdf.text('One line and\nanother one of it.', WIDE).moveDown().text('A paragraph of its own.', WIDE),
    'p(One line and another one of it.) p(A paragraph of its own.)',
  ],
  [
    'a word that was broken becomes one, and a hyphen that belongs to it stays',
    (pdf) => pdf.text('The agreement was well-known. An agree-\nment is a well-\nknown thing in a far-\noff place, far away, off the map.', WIDE), // prettier-ignore
    'p(The agreement was well-known. An agreement is a well-known thing in a far-off place, far away, off the map.)',
  ],
  [
    'headings by their size',
    (pdf) => {
      pdf.fontSize(18).text('A title').moveDown(0.5)
      pdf.fontSize(13).text('A chapter').fontSize(10).text(sentences(1, 2)).moveDown()
      pdf.fontSize(13).text('Another').fontSize(10).text(sentences(3, 2))
    },
    `h1(A title) h2(A chapter) p(${sentences(1, 2)}) h2(Another) p(${sentences(3, 2)})`,
  ],
  [
    'bold and italic by their fonts, and in a heading only what differs in it',
    (pdf) => {
      pdf.font('Times-Bold').fontSize(14).text('A bold title').moveDown(0.5)
      pdf.fontSize(10).text('Note. ', { continued: true }).font('Times-Roman').text('Most of it is plain, ', { continued: true })
      pdf.font('Times-Italic').text('some words', { continued: true }).font('Times-Roman').text(' are not, and ', { continued: true })
      pdf.font('Times-BoldItalic').text('a few', { continued: true }).font('Times-Roman').text(' are both.')
    }, // prettier-ignore
    'h1(A bold title) p(*Note.* Most of it is plain, _some words_ are not, and _*a few*_ are both.)',
  ],
  [
    'what nearly everything is set in sets nothing apart',
    (pdf) => pdf.font('Helvetica-Bold').text('All of this is bold, and it is no ', { continued: true }).font('Helvetica').text('shout.'), // prettier-ignore
    'p(All of this is bold, and it is no shout.)',
  ],
  [
    'lists',
    (pdf) => pdf.text('They are:').text('• graphite, of which there is\n   more than was said').text('• lithium').text('1. First.').text('2. Second.'), // prettier-ignore
    'p(They are:) ul(li(p(graphite, of which there is more than was said)) li(p(lithium))) p(1. First.) p(2. Second.)',
  ],
  [
    'rows of figures are a table, with its titles, and a cell may be empty',
    (pdf) => {
      pdf.text('They are said to be:', 60, 40, { lineBreak: false })
      laid(pdf, 60, [[60, 'Mineral'], [320, 'Tonnes a year'], [440, 'Since']], [[60, 'Graphite'], [320, '6,000'], [440, '2019']], [[60, 'Lithium'], [320, '500']], [[60, 'Titanium'], [320, '40,000'], [440, '2021']], [[60, 'All'], [320, '46,500'], [440, '–']]) // prettier-ignore
      pdf.text(sentences(1, 2), 60, 160)
    },
    `p(They are said to be:) table(tr(th(p(Mineral)) th(p(Tonnes a year)) th(p(Since))) tr(td(p(Graphite)) td(p(6,000)) td(p(2019))) tr(td(p(Lithium)) td(p(500)) td(p())) tr(td(p(Titanium)) td(p(40,000)) td(p(2021))) tr(td(p(All)) td(p(46,500)) td(p(–)))) p(${sentences(1, 2)})`,
  ],
  [
    'figures may stand to the right of their column',
    (pdf) => laid(pdf, 60, [[60, 'Graphite'], [332, '6']], [[60, 'Lithium'], [327, '50']], [[60, 'Titanium'], [322, '400']]), // prettier-ignore
    'table(tr(td(p(Graphite)) td(p(6))) tr(td(p(Lithium)) td(p(50))) tr(td(p(Titanium)) td(p(400))))',
  ],
  [
    'two rows are no table',
    (pdf) => laid(pdf, 60, [[60, 'Graphite'], [320, '6,000']], [[60, 'Lithium'], [320, '500']]), // prettier-ignore
    'p(Graphite 6,000) p(Lithium 500)',
  ],
  [
    'short columns of words are none',
    (pdf) => laid(pdf, 60, [[60, 'accord, 4'], [320, 'mine, 12']], [[60, 'annex, 9'], [320, 'ministry, 3']], [[60, 'audit, 1'], [320, 'money, 8']]), // prettier-ignore
    'p(accord, 4 mine, 12) p(annex, 9 ministry, 3) p(audit, 1 money, 8)',
  ],
  [
    'prose with numbered lines is none',
    (pdf) => laid(pdf, 60, ...[1, 2, 3, 4].map((at): Laid => [[60, `${at}`], [100, sentences(at, 1).slice(0, 70)]])), // prettier-ignore
    [1, 2, 3, 4].map((at) => `p(${at} ${sentences(at, 1).slice(0, 70)})`).join(' '),
  ],
  [
    'prose with figures beside it is none',
    (pdf) => laid(pdf, 60, ...[1, 2, 3, 4].map((at): Laid => [[60, sentences(at, 1).slice(0, 60)], [500, `${at}`]])), // prettier-ignore
    [1, 2, 3, 4].map((at) => `p(${sentences(at, 1).slice(0, 60)} ${at})`).join(' '),
  ],
  [
    'rows whose cells stand at no common place are none',
    (pdf) => laid(pdf, 60, [[60, 'Graphite'], [320, '6,000']], [[60, 'Lithium'], [260, '500']], [[60, 'Titanium'], [390, '40,000']]), // prettier-ignore
    'p(Graphite 6,000) p(Lithium 500) p(Titanium 40,000)',
  ],
  [
    'a raised number is one, and its note stands behind the text',
    (pdf) => {
      pdf.text('They signed it', 60, 60, { lineBreak: false })
      const right = 60 + pdf.widthOfString('They signed it')
      pdf.fontSize(6).text('1', right, 58, { lineBreak: false })
      pdf.fontSize(10).text(' in Kyiv.', right + 3, 60, { lineBreak: false })
      pdf.text(sentences(1, 3), 60, 80)
      pdf.fontSize(8).text('1 According to the ministry, which did not\nsay when.', 60, 700)
      pdf.text('2 Not so.', 60)
    },
    `p(They signed it^1^ in Kyiv.) p(${sentences(1, 3)}) p(1 According to the ministry, which did not say when.) p(2 Not so.)`,
  ],
]
test.each(CASES)('%s', async (_, draw, expected) => {
  expect(await drawn(draw)).toBe(expected)
})

/** What stands on each page, by the marks. */
function byPage(text: string, marks: readonly PageMark[]): [number | null, string][] {
  return marks.map(({ at }, index) => [pageAt(marks, at), text.slice(at, marks[index + 1]?.at).trim()])
}

test('a paragraph goes on over a page; the notes of the first page stand behind it, and are of that page', async () => {
  const file = await pdfFile((pdf) => {
    pdf.text('The first words are here, and they go on until the line is full and there is no more room on this', WIDE)
    pdf.fontSize(8).text('1 A note of the first page.', 60, 700)
    pdf.addPage().fontSize(10).text('page, so that they end on the second.', WIDE).moveDown().text('More.')
  })
  const { json, pages } = await convert(file)
  const { text } = flatten(json)
  expect(byPage(text, pages)).toEqual([
    [1, 'The first words are here, and they go on until the line is full and there is no more room on this'],
    [2, 'page, so that they end on the second.'],
    [1, '1 A note of the first page.'],
    [2, 'More.'],
  ])
})

test('what is printed on pages is kept, where it is not their number and no two are called alike', async () => {
  const { pages } = await convert(await withPreface())
  expect(pages.map(({ page, label }) => `${page} ${label}`)).toEqual(
    ['1 [1]', '2 i', '3 ii', '4 iii', '5 iv', '6 1', '7 2', '8 3', '9 A-1'], // prettier-ignore
  )
  const plain = [
    [0, { S: 'D' }],
    [0, { S: 'D' }, 2, { S: 'D' }],
    [0, { S: 'r', St: -5 }],
    ['x', 5],
  ]
  for (const labels of plain)
    expect((await convert(await printedPages(3, labels as []))).pages.map((mark) => 'label' in mark)).toEqual([false, false, false]) // prettier-ignore
  const long = await convert(await printedPages(2, [0, { S: 'D', P: new String('\u0000long '.repeat(9_999)) }]))
  expect(long.pages.every((mark) => !('label' in mark))).toBe(true)
})

test('pages that are turned are read upright; what stands sideways on them is left out, and said', async () => {
  const file = await pdfFile((pdf) => {
    pdf.text(sentences(1, 2))
    pdf.rotate(-90, { origin: [30, 400] }).text('DRAFT', 30, 400, { lineBreak: false })
  })
  const { json, notes } = await convert(file)
  expect(sketch(json)).toBe(`p(${sentences(1, 2)})`)
  expect(notes).toEqual(['What stands sideways was left out, on pages: 1.'])
})

test('pages without text are told of', async () => {
  const { notes, pages } = await convert(
    await pdfFile((pdf) =>
      pdf.text('Words.').addPage().rect(9, 9, 99, 99).fill().addPage().fill('black').text('More.'),
    ),
  )
  expect(notes).toEqual(['Pages without text, perhaps pictures: 2.'])
  expect(pages).toEqual([{ at: 0, page: 1 }, { at: 7, page: 3 }]) // prettier-ignore
})

const bytes = (text: string) => Buffer.from(text, 'latin1')
const locked = () => pdfFile((pdf) => pdf.text('Secret.'), { userPassword: 'a', pdfVersion: '1.7' })
test.each<[string, () => Promise<Uint8Array> | Uint8Array, RegExp]>([
  ['of pictures only', () => pdfFile((pdf) => pdf.rect(9, 9, 99, 99).fill()), /no text in this PDF.*OCR/],
  ['with a password', locked, /locked with a password/],
  ['that is not complete', async () => (await twoColumns()).subarray(0, 900), /damaged or not complete/],
  ['that only begins like one', () => bytes('%PDF-1.7\nand then words'), /damaged or not complete/],
  ['of 10,000 pages', () => manyPages(10_000, () => []), /has 10,000 pages; 5,000 is the most/],
])('a PDF %s is refused in words that say what to do', async (_, make, words) => {
  await expect(convert(await make())).rejects.toThrow(words)
})

test('a PDF under another name is read, and that is said; a text that is called a PDF is not', async () => {
  const { format, notes } = await convert(await pdfFile((pdf) => pdf.text('Words.')), 'words.txt')
  expect([format, notes]).toEqual(['pdf', [expect.stringMatching(/^By its content this file is a PDF, though/)]])
  await expect(convert(bytes('Only words.'))).rejects.toThrow(/called \.pdf but is not a PDF, or it is damaged/)
})
