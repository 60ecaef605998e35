/**
 * A text as it is compared when one looks for words in it: without case and accents, and where each of its code units comes
 * from. Offsets found in it lead back to the text exactly.
 */
export type Folded = {
  text: string
  /** For each code unit of `text`, the offset of the character that it was made of; at the end, the length of the source. */
  from: Uint32Array
}

/**
 * Marks that readers of these scripts leave out when they type: accents of Latin, Greek and Cyrillic, points of Hebrew,
 * vowels of Arabic. Marks of other scripts are letters to those who read them, and stay.
 */
const MARKS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u1dc0-\u1dff]/g

/** Characters that nobody sees: soft hyphens, joiners, marks of direction, selectors of how an emoji is drawn. */
const UNSEEN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe0e\ufe0f\ufeff]/

/** What is typed with one key and written in several ways. */
const ALIKE: Readonly<Record<string, string>> = {
  '’': "'", '‘': "'", 'ʼ': "'", '“': '"', '”': '"', '„': '"', '«': '"', '»': '"', '‐': '-', '‑': '-', '–': '-', '—': '-', 'ß': 'ss', 'ẞ': 'ss', 'ς': 'σ', 'й': 'й', 'Й': 'й',
} // prettier-ignore

const known = new Map<string, string>()

/** One character, folded: mostly one code unit, several for some, none for a mark. */
function foldCharacter(character: string): string {
  const before = known.get(character)
  if (before !== undefined) return before
  const folded = ALIKE[character] ?? plain(character)
  known.set(character, folded)
  return folded
}

function plain(character: string): string {
  if (UNSEEN.test(character)) return ''
  if (/\s/.test(character)) return ' '
  const bare = character.normalize('NFD').replace(MARKS, '').normalize('NFC').toLowerCase()
  return bare.normalize('NFD').replace(MARKS, '').normalize('NFC')
}

/** How many code units are folded before they are joined: joining each would make a rope of millions. */
const CHUNK = 8_192

/** Folds a text. Of three million characters in some tens of milliseconds: keep what it answers. */
export function fold(text: string): Folded {
  const pieces: string[] = []
  let from = new Uint32Array(text.length + 16)
  let length = 0
  let chunk: string[] = []
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at) as number
    const size = code > 0xffff ? 2 : 1
    const folded = foldCharacter(size === 1 ? text.charAt(at) : text.slice(at, at + 2))
    if (length + folded.length >= from.length) from = grown(from)
    for (let unit = 0; unit < folded.length; unit++) from[length++] = at
    chunk.push(folded)
    if (chunk.length === CHUNK) {
      pieces.push(chunk.join(''))
      chunk = []
    }
    at += size
  }
  pieces.push(chunk.join(''))
  from[length] = text.length
  return { text: pieces.join(''), from: from.subarray(0, length + 1) }
}

function grown(from: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(from.length * 2)
  larger.set(from)
  return larger
}
