import { flatten } from '@/domain/documents/flatten'
import { Refusal } from '@/domain/refusal'
import { checkDocument } from '../check'
import { normalise } from '../normalise'
import { decode } from './decode'
import { FORMATS, type Format } from './formats'
import { cleanMeta, oneLine } from './meta'
import type { Converted } from './source'

const LONGEST_TITLE = 300

/** Anything but spaces, rules and invisible characters. */
const SAYS_SOMETHING = /[^\s\uFFFC\p{Cf}\p{Cc}]/u

/** Formats that people have, and what to do with them for now. */
const NOT_YET = new Set(['docx', 'doc', 'odt', 'rtf', 'pdf', 'epub', 'xlsx', 'pptx', 'pages'])

/**
 * Makes a document of a file: bytes in, checked JSON and what was found about it out. Runs in a process of its own
 * (`server/documents/convert.ts`). Refuses bad input with what it is and what to do.
 */
export function convertFile({
  bytes,
  fileName,
  most,
}: {
  bytes: Uint8Array
  fileName: string
  most: number
}): Converted {
  const format = formatOf(fileName)
  const { text, encoding, notes } = decode(bytes)
  const draft = format.convert({ text })
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
    format: format.name,
    encoding,
    notes: [...notes, ...draft.notes],
  }
}

function formatOf(fileName: string): Format {
  const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  const format = FORMATS.find(({ extensions }) => extensions.includes(extension))
  if (format) return format
  const shown = extension === '' ? 'Files without an ending' : `.${extension.slice(0, 12)} files`
  const advice = NOT_YET.has(extension)
    ? 'Save it as .txt, .md or .html, or paste its text.'
    : 'Assay reads .txt, .md and .html files. If this is a text, rename it to .txt.'
  throw new Refusal('unsupported', `${shown} can't be imported${NOT_YET.has(extension) ? ' yet' : ''}. ${advice}`)
}

function tooLong(length: number, most: number): Refusal {
  const count = (number: number) => number.toLocaleString('en')
  return new Refusal(
    'too-large',
    `This text has ${count(length)} characters; ${count(most)} is the most that one document can have. Split it into several documents.`,
  )
}
