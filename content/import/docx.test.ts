import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { checkDocument } from '../check'
import { sketch } from '../sketch.cases'
import { convertFile } from './convert'
import { wordReport } from './docx.cases'

const convert = (bytes: Uint8Array, fileName = 'a.docx') => convertFile({ fileName, bytes, most: 3_000_000 })

test('a report keeps its headings, emphasis, lists, table, links and notes', async () => {
  const { json, title, notes, format, encoding, meta } = await convert(await wordReport())
  expect(sketch(json)).toBe(
    [
      'h1(Minerals and the accord)',
      'p(The accord was *signed* in _Kyiv_^[1]^, and disputed^[2]^.)',
      'h2(What is in it)',
      'ul(li(p(graphite) ul(li(p(of two grades)))))',
      'ol(li(p(lithium)) li(p(titanium)))',
      'table(tr(td(p(Mineral)) td(p(Tonnes))) tr(td(p(Graphite)) td(p(6,000))))',
      'p(See [the text](https://example.org/accord), not this or that.)',
      'p(A map of the deposits.)',
      '---',
      'ol(li(p(According to the ministry.)) li(p(So says the opposition.) p(It gives no source.)))',
    ].join(' '),
  )
  expect({ title, format, encoding }).toEqual({ title: 'Report on the accord', format: 'docx', encoding: '' })
  expect(meta).toMatchObject({
    author: 'A. Analyst',
    publishedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
  })
  expect(notes).toEqual(['Only the text is kept; pictures left out: 1.'])
})

test('links that run would not pass the check either', async () => {
  const { json } = await convert(await wordReport())
  expect(JSON.stringify(json)).not.toMatch(/javascript:|data:/)
  const hostile = JSON.parse(
    JSON.stringify(json).replace('https://example.org/accord', 'javascript:alert(1)'),
  ) as unknown
  expect(() => checkDocument(hostile)).toThrow(/http, https and mailto/)
})

/** The report with some of its parts changed. */
async function changed(change: (parts: Record<string, string>) => void): Promise<Uint8Array> {
  const parts = unzipSync(await wordReport())
  const texts = Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name, Buffer.from(part).toString('latin1')]),
  )
  change(texts)
  return zipSync(Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, Buffer.from(text, 'latin1')])))
}
const document = 'word/document.xml'

test('nothing outside of the file is asked for: a picture from elsewhere is left out', async () => {
  const bytes = await changed((parts) => {
    const rels = 'word/_rels/document.xml.rels'
    parts[rels] = (parts[rels] ?? '').replace(
      /Target="media[^"]*"/,
      'Target="http://127.0.0.1:1/x.png" TargetMode="External"',
    )
    parts[document] = (parts[document] ?? '').replace('r:embed=', 'r:link=')
  })
  expect(sketch((await convert(bytes)).json)).toContain('p(A map of the deposits.)')
})

test.each<[string, (parts: Record<string, string>) => void, RegExp]>([
  ['has no document', (parts) => Reflect.deleteProperty(parts, document), /damaged/],
  ['is no XML', (parts) => (parts[document] = '<w:document'), /damaged/],
  [
    'declares entities',
    (parts) => (parts[document] = `<!DOCTYPE x [<!ENTITY a "aaaa">]>${parts[document]}`),
    /damaged/,
  ],
  ['nests its elements', (parts) => (parts[document] = (parts[document] ?? '').replace('<w:body>', `<w:body>${'<w:sdt><w:sdtContent>'.repeat(300)}`)), /more than 512 levels deep/], // prettier-ignore
  ['says nothing', (parts) => (parts[document] = (parts[document] ?? '').replace(/<w:body>.*<\/w:body>/s, '<w:body/>')), /No text was found/], // prettier-ignore
])('a document that %s is refused', async (_, change, words) => {
  await expect(convert(await changed(change))).rejects.toThrow(words)
})

test('an archive that unpacks to too much, or to too many, is refused before it is unpacked', async () => {
  const word = { 'word/document.xml': new Uint8Array(70 * 1024 * 1024) }
  await expect(convert(zipSync(word, { level: 1 }))).rejects.toThrow(/unpacks to far more than a document needs/)
  const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`word/media/${at}`, new Uint8Array(0)]))
  await expect(convert(zipSync(many))).rejects.toThrow(/unpacks to far more/)
})

test('an archive that lies about its sizes is cut where it says that it ends', async () => {
  const bytes = await wordReport()
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  for (let at = 0; at < bytes.length - 46; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 40, true)
  await expect(convert(bytes)).rejects.toThrow(/damaged/)
})

const text = (...entries: string[]) => zipSync(Object.fromEntries(entries.map((name) => [name, strToU8('x')])))
const locked = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]) // prettier-ignore
test.each<[string, string, Uint8Array, RegExp]>([
  ['a spreadsheet', 'a.xlsx', text('xl/workbook.xml'), /looks like a spreadsheet/],
  ['a spreadsheet called a document', 'a.docx', text('xl/workbook.xml'), /looks like a spreadsheet/],
  ['a presentation', 'a.pptx', text('ppt/presentation.xml'), /looks like a presentation/],
  ['an archive called a PDF', 'a.pdf', text('notes.txt'), /looks like a zip archive.*Unpack it/],
  ['half a document', 'a.docx', text('word/document.xml').subarray(0, 60), /damaged or not complete/],
  ['a locked document', 'a.docx', locked, /locked with a password/],
  ['an old document', 'a.doc', locked.subarray(0, 600), /old Word, Excel or PowerPoint file.*Save it as \.docx/],
  ['a text called a document', 'a.docx', strToU8('Only words.'), /called \.docx but is not a Word document/],
])('%s is refused in words that say what it is', async (_, fileName, bytes, words) => {
  await expect(convert(bytes, fileName)).rejects.toThrow(words)
})

test('a Word document under another name is read, and that is said', async () => {
  const { format, notes } = await convert(await wordReport(), 'report.txt')
  expect(format).toBe('docx')
  expect(notes[0]).toBe('By its content this file is a Word document, though it is called .txt; it was read as such.')
})
