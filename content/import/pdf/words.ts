import type { Column } from './columns'

/** All words of a document that no line break goes through: by them it is judged how a broken one is put together. */
export function wordsOf(columns: readonly Column[]): ReadonlySet<string> {
  const words = new Set<string>()
  for (const { lines } of columns)
    for (const { text } of lines) {
      const all = text.match(WORD) ?? []
      const whole = /[-\u00AD]$/.test(text) ? all.slice(0, -1) : all
      for (const word of whole) words.add(word.toLowerCase())
    }
  return words
}

const WORD = /[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu
const BROKEN = /([\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*)[-\u00AD]$/u
/** Of what a line ends with, enough to know the word. */
const LONGEST_WORD = 80
const REST = /^[\p{Ll}\p{M}]+/u

/**
 * The end of a line as it stands before the next one: a hyphen that the line break made is dropped. It stays where the
 * document writes the word with it, or where its halves are words and the whole is none.
 */
export function joined(line: string, next: string, words: ReadonlySet<string>): string {
  const first = BROKEN.exec(line.slice(-LONGEST_WORD))?.[1]?.toLowerCase()
  const rest = REST.exec(next)?.[0]
  if (first === undefined || rest === undefined) return line
  const without = line.slice(0, -1)
  if (line.endsWith('\u00AD')) return without
  if (words.has(`${first}-${rest}`)) return line
  if (words.has(first + rest)) return without
  return words.has(first) && words.has(rest) ? line : without
}
