import chardet from 'chardet'
import { Refusal } from '@/domain/refusal'

export type Decoded = { text: string; encoding: string; notes: string[] }

const MARKS: readonly (readonly [string, string])[] = [
  ['efbbbf', 'utf-8'],
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
]

/**
 * The text of a file: UTF-8, UTF-16 with a byte order mark, the encoding that its server or itself declares, else the likeliest,
 * and then a note says so. Refuses what is no text.
 */
export function decode(bytes: Uint8Array, told?: string): Decoded {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  const mark = MARKS.find(([magic]) => head.startsWith(magic))?.[1]
  if (mark) return asText(bytes, mark, [])
  if (bytes.includes(0))
    throw new Refusal(
      'unsupported',
      'This file holds data and not text. Save the document as .txt, .md or .html, or paste its text.',
    )
  const utf8 = strict(bytes, 'utf-8')
  if (utf8 !== null) return text(utf8, 'utf-8', [])
  if (told && known(told)) return asText(bytes, told, [])
  const encoding = declared(bytes) ?? likeliest(bytes)
  return asText(bytes, encoding, [
    `The file is not UTF-8; it was converted from ${encoding}. Please check accented letters and quotation marks.`,
  ])
}

function asText(bytes: Uint8Array, encoding: string, notes: string[]): Decoded {
  const decoded = strict(bytes, encoding)
  if (decoded === null)
    throw new Refusal('invalid', `This file is not valid ${encoding} text. Save it as UTF-8 and try again.`)
  return text(decoded, encoding, notes)
}

function text(decoded: string, encoding: string, notes: string[]): Decoded {
  if (decoded.trim() === '')
    throw new Refusal('invalid', 'There is no text in this file. Check that it was saved, and choose it again.')
  return { text: decoded, encoding, notes }
}

function strict(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** `<meta charset=…>` within the first kilobyte, where browsers look for it too. */
function declared(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  const name = /<meta[^>]+charset=["']?\s*([\w-]+)/i.exec(start)?.[1]?.toLowerCase()
  return name && known(name) ? name : null
}

function likeliest(bytes: Uint8Array): string {
  const guess = chardet.detect(bytes.subarray(0, 100_000))?.toLowerCase()
  return guess && guess !== 'utf-8' && known(guess) ? guess : 'windows-1252'
}

function known(encoding: string): boolean {
  try {
    return new TextDecoder(encoding).encoding !== 'replacement'
  } catch {
    return false
  }
}
