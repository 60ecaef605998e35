const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Whatever parts words: neither letters and numbers nor what belongs to a picture (👩🏽‍🚀 is several characters). */
const BETWEEN = /[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}\u200d\u{1F3FB}-\u{1F3FF}]+/u

/** A person's initials: of the first and the last word; of words if there are any, else of pictures. "?" for no name. */
export function initialsOf(name: string): string {
  const parts = name.split(BETWEEN).filter(Boolean)
  const words = parts.filter((part) => /^[\p{L}\p{N}]/u.test(part))
  const [first, ...more] = words.length > 0 ? words : parts
  const last = more.at(-1)
  return first ? (beginning(first) + (last ? beginning(last) : '')).toUpperCase() : '?'
}

function beginning(word: string): string {
  for (const { segment } of graphemes.segment(word)) return segment
  return ''
}
