import {
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  type FileChild,
  type IPropertiesOptions,
} from 'docx'

/** A picture of one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

const p = (text: string) => new Paragraph(text)
const cell = (text: string) => new TableCell({ children: [p(text)] })
const row = (...texts: string[]) => new TableRow({ children: texts.map(cell) })
const item = (text: string, level = 0) => new Paragraph({ text, numbering: { reference: 'numbers', level } })

/** A Word document with these blocks, as bytes. */
export async function wordFile(
  children: readonly FileChild[],
  more: Partial<IPropertiesOptions> = {},
): Promise<Uint8Array> {
  const levels = [0, 1].map((level) => ({ level, format: LevelFormat.DECIMAL, text: `%${level + 1}.` }))
  const numbering = { config: [{ reference: 'numbers', levels }] }
  return new Uint8Array(
    await Packer.toBuffer(new Document({ ...more, numbering, sections: [{ children: [...children] }] })),
  )
}

/** A report with most of what word processors write: headings, lists, a table, links, notes, a picture. */
export const wordReport = (): Promise<Uint8Array> =>
  wordFile(
    [
      new Paragraph({ text: 'Minerals and the accord', heading: HeadingLevel.HEADING_1 }),
      new Paragraph({
        children: [
          new TextRun('The accord was '),
          new TextRun({ text: 'signed', bold: true }),
          new TextRun(' in '),
          new TextRun({ text: 'Kyiv', italics: true }),
          new FootnoteReferenceRun(1),
          new TextRun(', and disputed'),
          new FootnoteReferenceRun(2),
          new TextRun('.'),
        ],
      }),
      new Paragraph({ text: 'What is in it', heading: HeadingLevel.HEADING_2 }),
      new Paragraph({ text: 'graphite', bullet: { level: 0 } }),
      new Paragraph({ text: 'of two grades', bullet: { level: 1 } }),
      item('lithium'),
      item('titanium'),
      new Table({ rows: [row('Mineral', 'Tonnes'), row('Graphite', '6,000')] }),
      new Paragraph({
        children: [
          new TextRun('See '),
          new ExternalHyperlink({ link: 'https://example.org/accord', children: [new TextRun('the text')] }),
          new TextRun(', not '),
          new ExternalHyperlink({ link: 'javascript:alert(1)', children: [new TextRun('this')] }),
          new TextRun(' or '),
          new ExternalHyperlink({ link: 'data:text/html,<script>alert(1)</script>', children: [new TextRun('that')] }),
          new TextRun('.'),
        ],
      }),
      new Paragraph({
        children: [
          new ImageRun({ type: 'png', data: PIXEL, transformation: { width: 1, height: 1 } }),
          new TextRun('A map of the deposits.'),
        ],
      }),
    ],
    {
      title: 'Report on the accord',
      creator: 'A. Analyst',
      footnotes: {
        1: { children: [p('According to the ministry.')] },
        2: { children: [p('So says the opposition.'), p('It gives no source.')] },
      },
    },
  )
