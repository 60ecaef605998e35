import { FORMATS, type Format, type FormatName } from './formats'
import { Refusal } from '@/domain/refusal'
import { namesIn } from './zip'

/** How files begin that are no text, and what they are. */
const BINARY: readonly (readonly [string, string])[] = [
  ['89504e47', 'a PNG picture'],
  ['ffd8ff', 'a JPEG picture'],
  ['47494638', 'a GIF picture'],
  ['1f8b', 'a gzip archive'],
  ['52617221', 'a RAR archive'],
  ['377abcaf', 'a 7-Zip archive'],
  ['7f454c46', 'a program'],
  ['4d5a', 'a program'],
]

/** What zip archives are by the entries in them; the first that fits. */
const ARCHIVES: readonly (readonly [RegExp, string])[] = [
  [/^xl\//, 'a spreadsheet'],
  [/^ppt\//, 'a presentation'],
  [/^META-INF\/container\.xml$/, 'an e-book'],
  [/^content\.xml$/, 'an OpenDocument file'],
  [/^Index\/.*\.iwa$/, 'a document of Apple’s programs'],
]

/** PDFs may begin a little later; readers look for their mark within the first kilobyte. */
const PDF_WITHIN = 1024

/**
 * What a file is by its first bytes: a format that we read, or null for what may be text. Refuses what is neither, with
 * what it seems to be.
 */
export function sniff(bytes: Uint8Array): Format | null {
  const start = Buffer.from(bytes.subarray(0, PDF_WITHIN)).toString('latin1')
  const head = Buffer.from(bytes.subarray(0, 8)).toString('hex')
  if (start.includes('%PDF-')) return formatNamed('pdf')
  if (head.startsWith('504b0304') || head.startsWith('504b0506')) return inArchive(bytes)
  if (head.startsWith('d0cf11e0')) throw inContainer(bytes)
  const kind = BINARY.find(([magic]) => head.startsWith(magic))?.[1]
  if (kind) throw unread(kind)
  return null
}

export const formatNamed = (name: FormatName): Format => FORMATS.find((format) => format.name === name) as Format

function inArchive(bytes: Uint8Array): Format {
  const names = namesIn(bytes)
  if (names === null)
    throw new Refusal(
      'invalid',
      'This Word document or archive is damaged or not complete. Open it in the program it was made with, save it anew, and try again.',
    )
  if (names.some((name) => name.startsWith('word/'))) return formatNamed('docx')
  const kind = ARCHIVES.find(([entry]) => names.some((name) => entry.test(name)))?.[1]
  throw unread(kind ?? 'a zip archive', kind ? undefined : 'Unpack it, and import the files in it.')
}

/** Microsoft's old container holds the files of old programs, and new ones that are locked with a password. */
function inContainer(bytes: Uint8Array): Refusal {
  return Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? new Refusal(
        'invalid',
        'This document is locked with a password, so its text can’t be read. Save a copy without a password and import that.',
      )
    : unread('an old Word, Excel or PowerPoint file')
}

function unread(kind: string, advice = 'Save it as .docx, .pdf, .txt, .md or .html, or paste its text.'): Refusal {
  return new Refusal('unsupported', `This looks like ${kind}, which can't be imported. ${advice}`)
}
