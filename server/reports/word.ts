import * as docx from 'docx'
import type { ILevelsOptions, IParagraphOptions, IStylesOptions, ParagraphChild } from 'docx'
import { mayLink, printable, type Block, type Run } from '@/domain/reports/blocks'

type Child = docx.Paragraph | docx.Table

/** Where a block stands: how far in, in twentieths of a point; in a quotation; first in an item of a list. */
type Place = { indent: number; quoted: boolean; mark?: NonNullable<IParagraphOptions['numbering']> }

/** One step in: a quarter of an inch. */
const STEP = 360
/** How deep lists are numbered; deeper ones look like the last. */
const LEVELS = 8

/** Blocks as a Word document (Office Open XML). The library is large, and slow with much: word-worker.ts alone runs it. */
export async function wordOf(title: string, blocks: readonly Block[]): Promise<Uint8Array<ArrayBuffer>> {
  lists = 0
  const document = new docx.Document({
    ...{ title: printable(title), creator: 'Assay', styles: STYLES },
    numbering: { config: MARKS },
    sections: [{ children: write(blocks, { indent: 0, quoted: false }) }],
  })
  return Uint8Array.from(await docx.Packer.toBuffer(document))
}

const BODY = { font: 'Georgia', size: 21 }
const HEADING = { font: 'Arial', bold: true, color: '222222' }

const STYLES: IStylesOptions = {
  default: {
    document: { run: BODY, paragraph: { spacing: { after: 120, line: 276 } } },
    heading1: { run: { ...HEADING, size: 36 }, paragraph: { spacing: { after: 200 } } },
    heading2: { run: { ...HEADING, size: 28 }, paragraph: { spacing: { before: 480, after: 160 }, keepNext: true } },
    heading3: { run: { ...HEADING, size: 24 }, paragraph: { spacing: { before: 360, after: 120 }, keepNext: true } },
    heading4: { run: { ...HEADING, size: 21 }, paragraph: { spacing: { before: 240, after: 80 }, keepNext: true } },
  },
}

const marks = (format: ILevelsOptions['format'] & string, text: (level: number) => string): ILevelsOptions[] =>
  Array.from({ length: LEVELS + 1 }, (_, level) => ({
    ...{ level, format, text: text(level) },
    style: { paragraph: { indent: { left: STEP * (level + 1), hanging: STEP } } },
  }))

const MARKS = [
  { reference: 'bullets', levels: marks('bullet', () => '•') },
  { reference: 'numbers', levels: marks('decimal', (level) => `%${level + 1}.`) },
]

function write(blocks: readonly Block[], place: Place): Child[] {
  return blocks.flatMap((block, index) => {
    const { mark: _, ...further } = place
    return WRITERS[block.kind](block as never, index === 0 ? place : further)
  })
}

type Writers = { [K in Block['kind']]: (block: Extract<Block, { kind: K }>, place: Place) => Child[] }

/** How many lists there are so far in the document that is written. */
let lists = 0

const WRITERS: Writers = {
  heading: ({ level, runs }) => {
    const { HeadingLevel: of, Paragraph } = docx
    const heading = [of.HEADING_1, of.HEADING_2, of.HEADING_3, of.HEADING_4][level - 1] ?? of.HEADING_4
    return [new Paragraph({ heading, children: words(runs) })]
  },
  paragraph: ({ runs }, place) => [new docx.Paragraph({ ...layout(place), children: words(runs) })],
  quote: ({ blocks }, place) => write(blocks, { ...place, indent: place.indent + STEP, quoted: true }),
  list: ({ ordered, items }, { indent, quoted }) => {
    const instance = (lists += 1) // each list counts from one
    const level = Math.min(LEVELS, Math.floor(indent / STEP))
    const mark = { reference: ordered ? 'numbers' : 'bullets', level, instance }
    return items.flatMap((item) => write(item, { indent: indent + STEP, quoted, mark }))
  },
  code: ({ text }, place) => [new docx.Paragraph({ ...layout(place), children: words([{ text, code: true }]) })],
  facts: ({ rows }, { indent }) => {
    const { Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = docx
    const none = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' } as const
    const line = { style: docx.BorderStyle.SINGLE, size: 4, color: 'DDDDDD' } as const
    const cell = (share: number, children: ParagraphChild[]) =>
      new TableCell({
        width: { size: share, type: WidthType.PERCENTAGE },
        margins: { top: 40, bottom: 40, right: 120 },
        children: [new Paragraph({ spacing: { after: 0 }, children })],
      })
    const table = new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      indent: { size: indent, type: WidthType.DXA },
      borders: { top: line, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none },
      rows: rows.map(
        ({ name, runs }) =>
          new TableRow({
            children: [cell(28, [new TextRun({ text: printable(name), bold: true })]), cell(72, words(runs))],
          }),
      ),
    })
    return [table, new Paragraph({ spacing: { after: 60 } })]
  },
  rule: () => [new docx.Paragraph({ thematicBreak: true })],
}

function layout({ indent, quoted, mark }: Place): Omit<IParagraphOptions, 'children'> {
  const border = { left: { style: 'single', size: 12, space: 8, color: 'BBBBBB' } } as const
  return {
    ...(mark ? { numbering: mark } : { indent: { left: indent } }),
    ...(quoted ? { border } : {}),
  }
}

/** Runs, their line feeds as line breaks, and links where they may lead. */
function words(runs: readonly Run[]): ParagraphChild[] {
  return runs.flatMap(({ text, strong, emphasis, code, link }): ParagraphChild[] => {
    const lines = printable(text).split('\n')
    const linked = link !== undefined && mayLink(link)
    const children = lines.map(
      (line, index) =>
        new docx.TextRun({
          text: line,
          ...(index > 0 ? { break: 1 } : {}),
          ...(strong ? { bold: true } : {}),
          ...(emphasis ? { italics: true } : {}),
          ...(code ? { font: 'Courier New' } : {}),
          ...(linked ? { style: 'Hyperlink' } : {}),
        }),
    )
    return linked ? [new docx.ExternalHyperlink({ link: new URL(link).href, children })] : children
  })
}
