import { fromArticle } from './article'
import { decode } from './decode'
import type { FormatName } from './formats'
import { fromHtml } from './html'
import { fromMarkdown } from './markdown'
import type { Draft, Source } from './source'
import { fromText } from './text'

/** A draft, and what its bytes were taken for; formats that are no text have no encoding. */
export type ReadFile = Draft & { encoding: string }

/** Where a file was read, if that was on the web, and the encoding that its server named. */
export type From = { address?: string; charset?: string }

type Reader = (bytes: Uint8Array, from: From) => ReadFile | Promise<ReadFile>

/** How each format is read. What is large is loaded when a file of its kind comes. */
export const READERS: Readonly<Record<FormatName, Reader>> = {
  txt: decoded(fromText),
  md: decoded(fromMarkdown),
  html: decoded((source) => (source.address === undefined ? fromHtml(source) : fromArticle(source))),
  docx: async (bytes) => ({ ...(await (await import('./docx')).fromDocx(bytes)), encoding: '' }),
  pdf: async (bytes) => ({ ...(await (await import('./pdf/from-pdf')).fromPdf(bytes)), encoding: '' }),
}

function decoded(read: (source: Source) => Draft): Reader {
  return (bytes, { charset, ...from }) => {
    const { text, encoding, notes } = decode(bytes, charset)
    const draft = read({ text, ...from })
    return { ...draft, encoding, notes: [...notes, ...draft.notes] }
  }
}
