import type { PDFDocumentProxy } from 'pdfjs-dist'
import { Refusal } from '@/domain/refusal'
import type { Draft, Meta } from '../source'
import { columnsOf } from './columns'
import { draftOf } from './draft'
import type { Faces } from './fonts'
import { fragmentsOf, type PageText } from './fragments'
import { labelled, labelsOf } from './labels'
import { damaged, openPdf } from './open'
import { withoutRunning } from './running'
import { withoutUsualLook } from './usual-look'

/** The longest text that is kept has some 1,500 pages; slides have more of them. */
const MOST_PAGES = 5_000

/** The text of a PDF, put together from where its letters stand, with its pages. */
export async function fromPdf(bytes: Uint8Array): Promise<Draft> {
  const pdf = await openPdf(bytes)
  try {
    if (pdf.numPages > MOST_PAGES) throw tooMany(pdf.numPages)
    const read = await pagesOf(pdf)
    refuseUnreadable(read)
    const pages = withoutUsualLook(withoutRunning(read))
    const made = draftOf(pages.map(({ fragments, number }) => columnsOf(fragments, number)))
    const { title, meta } = await propertiesOf(pdf)
    const heading = made.doc.content?.find(({ type }) => type === 'heading')
    const found = heading?.content?.map(({ text }) => text).join('') ?? null
    const marks = labelled(made.pages, await labelsOf(pdf))
    return { doc: made.doc, pages: marks, title: title ?? found, meta, notes: notesOn(read) }
  } catch (error) {
    throw error instanceof Refusal ? error : damaged()
  } finally {
    await pdf.destroy()
  }
}

async function pagesOf(pdf: PDFDocumentProxy): Promise<PageText[]> {
  const pages: PageText[] = []
  const faces: Faces = new Map()
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    pages.push(await fragmentsOf(page, faces))
    page.cleanup()
  }
  return pages
}

/** Letters in the private area of Unicode, or none: the font does not say which they are. */
const UNKNOWN = /[\p{Co}\uFFFD\u0000]/gu

/** Refuses pages of pictures, and of letters that nobody can name. */
function refuseUnreadable(pages: readonly PageText[]): void {
  const text = pages.flatMap(({ fragments, aside }) => [...fragments.map((one) => one.text), ...aside]).join('')
  if (text.replace(/\s/g, '') === '')
    throw new Refusal(
      'invalid',
      'There is no text in this PDF: its pages are pictures, as of a scanner. Let a program recognise its text (OCR), and import that.',
    )
  if ((text.match(UNKNOWN)?.length ?? 0) > text.length / 3)
    throw new Refusal(
      'invalid',
      'The letters of this PDF can be seen but not read: its fonts don’t say which they are. Let a program recognise its text (OCR), and import that.',
    )
}

/** As many numbers of pages as a note can name. */
const MOST_NAMED = 12

function notesOn(pages: readonly PageText[]): string[] {
  const empty = pages
    .filter(({ fragments, aside }) => fragments.length + aside.length === 0)
    .map(({ number }) => number)
  const turned = pages.filter(({ aside }) => aside.length > 0).map(({ number }) => number)
  return [
    ...(empty.length > 0 ? [`Pages without text, perhaps pictures: ${named(empty)}.`] : []),
    ...(turned.length > 0 ? [`What stands sideways was left out, on pages: ${named(turned)}.`] : []),
  ]
}

const named = (pages: readonly number[]) =>
  pages.slice(0, MOST_NAMED).join(', ') + (pages.length > MOST_NAMED ? ` and ${pages.length - MOST_NAMED} more` : '')

/** Titles that programs give of themselves say nothing. */
const NO_TITLE = /^(?:untitled|unbenannt|sans titre|.*\.(?:docx?|pdf|indd|tex|dvi|qxd|rtf|odt))$/i

async function propertiesOf(pdf: PDFDocumentProxy): Promise<{ title: string | null; meta: Meta }> {
  const { info } = (await pdf.getMetadata().catch(() => ({ info: {} }))) as { info: Record<string, unknown> }
  const said = (name: string) => (typeof info[name] === 'string' ? info[name].trim() : '')
  const title = said('Title').replace(/^Microsoft Word - /, '')
  const day = /^D:(\d{4})(\d\d)(\d\d)/.exec(said('CreationDate'))
  return {
    title: title === '' || NO_TITLE.test(title) ? null : title,
    meta: {
      ...(said('Author') !== '' && { author: said('Author') }),
      ...(day && { publishedOn: day.slice(1).join('-') }),
      ...(said('Language') !== '' && { language: said('Language') }),
    },
  }
}

function tooMany(pages: number): Refusal {
  const count = (number: number) => number.toLocaleString('en')
  return new Refusal(
    'too-large',
    `This PDF has ${count(pages)} pages; ${count(MOST_PAGES)} is the most that can be read. Split it into several files.`,
  )
}
