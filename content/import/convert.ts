import { flatten } from '@/domain/documents/flatten'
import { Refusal } from '@/domain/refusal'
import { checkDocument } from '../check'
import { normalise } from '../normalise'
import { FORMATS, type Format } from './formats'
import { cleanMeta, oneLine } from './meta'
import { READERS } from './readers'
import { sniff } from './sniff'
import type { Converted } from './source'

const LONGEST_TITLE = 300

/** Anything but spaces, rules and invisible characters. */
const SAYS_SOMETHING = /[^\s\uFFFC\p{Cf}\p{Cc}]/u

/**
 * Makes a document of a file: bytes in, checked JSON and what was found about it out. Runs in a process of its own
 * (`server/documents/convert.ts`). Refuses bad input with what it is and what to do.
 */
export async function convertFile({
  bytes,
  fileName,
  most,
  ...from
}: {
  bytes: Uint8Array
  fileName: string
  most: number
  address?: string
  charset?: string
}): Promise<Converted> {
  if (bytes.byteLength === 0)
    throw new Refusal('invalid', 'This file is empty. Check that it was saved, and choose it again.')
  const found = sniff(bytes)
  const named = formatOf(fileName)
  const format = found ?? textual(named, fileName)
  const draft = await READERS[format.name](bytes, from)
  const json = checkDocument(normalise(draft.doc))
  const flat = flatten(json).text
  if (!SAYS_SOMETHING.test(flat))
    throw new Refusal(
      'invalid',
      'No text was found in this file. If it is a page that builds itself in the browser, copy its text there and paste it.',
    )
  if (flat.length > most) throw tooLong(flat.length, most)
  return {
    json,
    title: oneLine(draft.title ?? fileName.replace(/\.[^.]+$/, ''), LONGEST_TITLE) || 'Untitled',
    meta: cleanMeta(draft.meta ?? {}),
    pages: draft.pages ?? [],
    format: format.name,
    encoding: draft.encoding,
    notes: named && format !== named ? [otherwise(format, fileName), ...draft.notes] : draft.notes,
  }
}

const extensionOf = (fileName: string) => /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''

function formatOf(fileName: string): Format | undefined {
  const extension = extensionOf(fileName)
  return FORMATS.find(({ extensions }) => extensions.includes(extension))
}

/** What may be text is what its name says, if that is a kind of text. */
function textual(named: Format | undefined, fileName: string): Format {
  const extension = extensionOf(fileName).slice(0, 12)
  if (named?.name === 'docx' || named?.name === 'pdf')
    throw new Refusal(
      'invalid',
      `This file is called .${extension} but is not ${named.noun}, or it is damaged. Save it anew, or paste its text.`,
    )
  if (named) return named
  const shown = extension === '' ? 'Files without an ending' : `.${extension} files`
  throw new Refusal(
    'unsupported',
    `${shown} can't be imported. Assay reads .docx, .pdf, .txt, .md and .html files. If this is a text, rename it to .txt.`,
  )
}

const otherwise = (format: Format, fileName: string) =>
  `By its content this file is ${format.noun}, though it is called .${extensionOf(fileName).slice(0, 12)}; it was read as such.`

function tooLong(length: number, most: number): Refusal {
  const count = (number: number) => number.toLocaleString('en')
  return new Refusal(
    'too-large',
    `This text has ${count(length)} characters; ${count(most)} is the most that one document can have. Split it into several documents.`,
  )
}
