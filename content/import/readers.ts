import { decode } from './decode'
import type { FormatName } from './formats'
import { fromHtml } from './html'
import { fromMarkdown } from './markdown'
import type { Draft, Source } from './source'
import { fromText } from './text'

/** A draft, and what its bytes were taken for; formats that are no text have no encoding. */
export type ReadFile = Draft & { encoding: string }

type Reader = (bytes: Uint8Array) => ReadFile | Promise<ReadFile>

/** How each format is read. What is large is loaded when a file of its kind comes. */
export const READERS: Readonly<Record<FormatName, Reader>> = {
  txt: decoded(fromText),
  md: decoded(fromMarkdown),
  html: decoded(fromHtml),
  docx: async (bytes) => ({ ...(await (await import('./docx')).fromDocx(bytes)), encoding: '' }),
  pdf: async (bytes) => ({ ...(await (await import('./pdf/from-pdf')).fromPdf(bytes)), encoding: '' }),
}

function decoded(read: (source: Source) => Draft): Reader {
  return (bytes) => {
    const { text, encoding, notes } = decode(bytes)
    const draft = read({ text })
    return { ...draft, encoding, notes: [...notes, ...draft.notes] }
  }
}
