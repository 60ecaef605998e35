import { zipSync } from 'fflate'
import mammoth from 'mammoth'
import { Refusal } from '@/domain/refusal'
import { refuseDeep } from './depth'
import { propertiesOf } from './docx-properties'
import { fromHtml } from './html'
import type { Draft } from './source'
import { unzip } from './zip'

/** The parts of a Word document that hold its words. Pictures, fonts and embedded files are never even inflated. */
const WANTED = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(?:_rels\/)?[^/]+\.(?:xml|rels))$/

/** Names that our anchors begin with, to tell the notes' from those of the document. */
const OURS = 'assay-note-'

/** Beside what mammoth knows: the styles that people set titles, quotes and code in. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='HTML Preformatted'] => pre:separator('\\n')",
  "p[style-name='Preformatted Text'] => pre:separator('\\n')",
  'u => u',
]

/**
 * A Word document, by way of HTML: headings, lists, tables, links and emphasis. Footnotes and endnotes stand at its end,
 * numbered as the marks in the text say. Nothing outside of the file is ever asked for.
 */
export async function fromDocx(bytes: Uint8Array): Promise<Draft> {
  const parts = damagedUnless(() => unzip(bytes, (name) => WANTED.test(name)))
  for (const part of Object.values(parts)) refuseHostile(Buffer.from(part).toString('utf8'))
  const buffer = Buffer.from(zipSync(parts, { level: 0 }))
  const pictures = mammoth.images.imgElement(() => Promise.resolve({ src: '' }))
  const options = { styleMap: STYLES, includeEmbeddedStyleMap: false, idPrefix: OURS, convertImage: pictures }
  const { value } = await mammoth.convertToHtml({ buffer }, options).catch(() => {
    throw damaged()
  })
  const { doc, title, notes } = fromHtml({ text: notesApart(value) })
  const said = propertiesOf(parts['docProps/core.xml'], parts['word/styles.xml'])
  return { doc, title: said.title ?? title, notes, meta: said.meta }
}

/** The notes' way back into the text goes; a line parts them from it. */
function notesApart(html: string): string {
  return html
    .replace(new RegExp(`\\s*<a href="#${OURS}(?:foot|end)note-ref-[^"]*">↑</a>`, 'g'), '')
    .replace(new RegExp(`<ol><li id="${OURS}(?:foot|end)note-`), '<hr>$&')
}

/** No word processor writes declarations of types, and entities are how XML becomes a bomb. */
function refuseHostile(xml: string): void {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw damaged()
  refuseDeep(xml, { xml: true })
}

function damagedUnless<T>(attempt: () => T): T {
  try {
    return attempt()
  } catch (error) {
    throw error instanceof Refusal ? error : damaged()
  }
}

const damaged = () =>
  new Refusal(
    'invalid',
    'This Word document is damaged: it could not be read. Open it in a word processor, save it anew, and try again.',
  )
