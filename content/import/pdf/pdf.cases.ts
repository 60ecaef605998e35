import PDFDocument from 'pdfkit'

type Options = ConstructorParameters<typeof PDFDocument>[0]

/** A PDF that is drawn by `draw`, as bytes. */
export async function pdfFile(draw: (pdf: PDFKit.PDFDocument) => void, options: Options = {}): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4', margin: 60, ...options })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise((resolve) => pdf.on('end', resolve))
  pdf.font('Times-Roman').fontSize(10)
  draw(pdf)
  pdf.end()
  await done
  return new Uint8Array(Buffer.concat(chunks))
}

/** Sentences that are all different, so that a test sees where each one went. */
export const sentences = (from: number, count: number): string =>
  Array.from(
    { length: count },
    (_, at) => `Sentence ${from + at} says that the deposits are large and that the mines are damaged.`,
  ).join(' ')

const COLUMNS = { columns: 2, columnGap: 24, align: 'justify', indent: 12 } as const

/** A report in two columns on several pages, with a title over both, headings, running lines, page numbers and a note. */
export const twoColumns = (): Promise<Uint8Array> =>
  pdfFile(
    (pdf) => {
      let page = 0
      const furnish = () => {
        page += 1
        const { margins } = pdf.page
        const { x, y } = pdf
        pdf.page.margins = { ...margins, top: 0, bottom: 0 }
        pdf.fontSize(8).text('Minerals Quarterly, volume 7', 60, 30, { lineBreak: false })
        pdf.text(String(page), 300, 805, { lineBreak: false })
        pdf.page.margins = margins
        pdf.fontSize(10)
        pdf.x = x
        pdf.y = y
      }
      furnish()
      pdf.on('pageAdded', furnish)
      pdf.fontSize(20).text('Minerals in two columns', 60, 60, { align: 'center' }).moveDown(0.5)
      pdf
        .fontSize(10)
        .text(`Abstract. ${sentences(900, 4)}`)
        .moveDown()
      pdf.text(Array.from({ length: 48 }, (_, at) => sentences(at * 10, 6)).join('\n'), COLUMNS)
    },
    { info: { Title: 'A report in two columns', Author: 'N. Body', CreationDate: new Date('2025-08-04T12:00:00Z') } },
  )

/** Words that differ, so that no page begins as another does. */
const PAGES = ['Cover', 'Thanks', 'Foreword', 'Contents', 'Summary', 'Mines', 'Ports', 'Prices', 'Annex']

/** Pages, each with sentences, that are called as `labels` says: from an index on, a style and a first number. */
export const printedPages = (count: number, labels: readonly (number | object)[]): Promise<Uint8Array> =>
  pdfFile(
    (pdf) => {
      const root = (pdf as unknown as { _root: { data: { PageLabels?: object } } })._root
      root.data.PageLabels = { Nums: labels }
      for (let at = 1; at <= count; at++) {
        if (at > 1) pdf.addPage()
        pdf.text(`${PAGES[at - 1] ?? ''}. ${sentences(at, 3)}`)
      }
    },
    { info: { Title: 'A report with a preface' } },
  )

/** A cover, a preface of four pages, three pages and an appendix: [1], i–iv, 1–3, A-1. */
export const withPreface = (): Promise<Uint8Array> =>
  printedPages(9, [0, {}, 1, { S: 'r' }, 5, { S: 'D' }, 8, { S: 'D', P: new String('A-') }])

/** A PDF of objects as they are written, numbered from 1; the first is its root. Without a table of them, which readers mend. */
export function bareFile(objects: readonly string[]): Uint8Array {
  const numbered = objects.map((each, at) => `${at + 1} 0 obj${each}endobj\n`)
  return Buffer.from(`%PDF-1.4\n${numbered.join('')}trailer<</Root 1 0 R>>`, 'latin1')
}

const stream = (content: string) => `<</Length ${content.length}>>stream\n${content}\nendstream `

/** Codes that stand at a place: `[left, base, hex]`. */
export type Coded = readonly [number, number, string]

/**
 * A page of codes in a font that the file does not hold: what they mean is said by the encoding that is named alone, or, where
 * it is `Identity-H`, by a table that takes them for Unicode.
 */
export function codedFile(encoding: string, ordering: string, texts: readonly Coded[]): Uint8Array {
  const own = encoding === 'Identity-H'
  const drawn = texts.map(([left, base, codes]) => `BT /F 12 Tf ${left} ${base} Td <${codes}> Tj ET`).join('\n')
  return bareFile([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    stream(drawn),
    `<</Type/Font/Subtype/Type0/BaseFont/Some/Encoding/${encoding}/DescendantFonts[6 0 R]${own ? '/ToUnicode 7 0 R' : ''}>>`,
    `<</Type/Font/Subtype/CIDFontType0/BaseFont/Some/CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 2>>/DW ${own ? 500 : 1000}/FontDescriptor 8 0 R>>`,
    stream(UNICODE),
    '<</Type/FontDescriptor/FontName/Some/Flags 4/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80/FontBBox[0 -200 1000 800]>>',
  ])
}

const UNICODE = `begincmap 1 begincodespacerange <0000><FFFF> endcodespacerange
3 beginbfrange <0020><007E><0020> <0590><05FF><0590> <0600><06FF><0600> endbfrange endcmap`

/** A text as codes of two bytes. */
export const inUtf16 = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex')

/** As many pages as you like, each with its lines; small and quick to make, slow to read. */
export function manyPages(count: number, lines: (page: number) => readonly string[]): Uint8Array {
  const first = 4
  const kids = Array.from({ length: count }, (_, at) => `${first + 2 * at} 0 R`).join(' ')
  const pages = Array.from({ length: count }, (_, at) => [
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${first + 2 * at + 1} 0 R/Resources<</Font<</F 3 0 R>>>>>>`,
    stream(
      `BT /F 10 Tf 12 TL 60 780 Td ${lines(at + 1)
        .map((line) => `(${line}) Tj T*`)
        .join(' ')} ET`,
    ),
  ])
  return bareFile([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${count}/Kids[${kids}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>',
    ...pages.flat(),
  ])
}
