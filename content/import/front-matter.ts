import { dayOf } from './page-meta'
import type { Meta } from './source'

/** What many programs put before a Markdown text, between two lines of dashes. */
const FRONT = /^---[ \t]*\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/

/** A line of it: a name with a value, what goes on below one, a comment. Anything else is text between two rules. */
const LINE = /^(?:[\p{L}_][\p{L}\p{N}_ .-]{0,60}:(?:[ \t].*)?|[ \t]+.*|-[ \t].*|#.*|)$/u
const NAMED = /^([\p{L}_][\p{L}\p{N}_ .-]{0,60}):(?:[ \t]+(.*))?$/u
const ITEM = /^[ \t]*-[ \t]+(.*)$/

/** The names that are read, for what they say. Whatever else there is, is left out. */
const FIELDS: ReadonlyMap<string, 'title' | 'author' | 'publishedOn' | 'language'> = new Map([
  ['title', 'title'],
  ['author', 'author'],
  ['authors', 'author'],
  ['date', 'publishedOn'],
  ['lang', 'language'],
  ['language', 'language'],
])

export type FrontMatter = { title: string | null; meta: Meta; length: number }

/**
 * What a Markdown text says of itself before it begins, and how long that is. Of YAML it knows words on one line, quoted
 * or not, and lists of them; what means more than itself (anchors, tags, maps, blocks) is no word and says nothing.
 */
export function frontMatter(text: string): FrontMatter {
  const found = FRONT.exec(text)
  const lines = found?.[1]?.split('\n') ?? []
  if (!found || !lines.some((line) => NAMED.test(line)) || !lines.every((line) => LINE.test(line)))
    return { title: null, meta: {}, length: 0 }
  const said: Partial<Record<'title' | 'author' | 'publishedOn' | 'language', string>> = {}
  for (const [at, line] of lines.entries()) {
    const [, name = '', value = ''] = NAMED.exec(line) ?? []
    const field = FIELDS.get(name.trim().toLowerCase())
    const words = field && (value.trim() === '' ? itemsBelow(lines, at) : wordsIn(value)).join(', ')
    if (field && words && said[field] === undefined) said[field] = words
  }
  const { title = null, publishedOn, ...meta } = said
  // A date that is only figures may mean two days, unless its year stands first.
  const day = publishedOn && /^\d{4}|\p{L}/u.test(publishedOn) ? dayOf(publishedOn) : null
  return { title, meta: { ...meta, ...(day && { publishedOn: day }) }, length: found[0].length }
}

function itemsBelow(lines: readonly string[], at: number): string[] {
  const rest = lines.slice(at + 1)
  const end = rest.findIndex((line) => !ITEM.test(line))
  return rest.slice(0, end < 0 ? undefined : end).flatMap((line) => wordOf(ITEM.exec(line)?.[1] ?? ''))
}

/** `[one, "two"]` is a list; anything else one word or none. */
function wordsIn(value: string): string[] {
  const list = /^\[([^[\]{}]*)\](?:\s+#.*)?$/.exec(value.trim())?.[1]
  return list === undefined ? wordOf(value) : (list.match(/\s*(?:"[^"]*"|'[^']*'|[^,]+)/g) ?? []).flatMap(wordOf)
}

const PLAIN = /^[^\s"'&*!|>{}[\]%@`#,?:-](?:(?!: | #).)*/u

function wordOf(value: string): string[] {
  const text = value.trim()
  const quoted = /^"((?:[^"\\]|\\.)*)"(?:\s+#.*)?$/.exec(text)?.[1]?.replace(/\\(["\\/])/g, '$1')
  const single = /^'((?:[^']|'')*)'(?:\s+#.*)?$/.exec(text)?.[1]?.replaceAll("''", "'")
  const plain = PLAIN.exec(text)?.[0]
  const whole = plain !== undefined && (plain.length === text.length || text.startsWith(' #', plain.length))
  const word = (quoted ?? single ?? (whole ? plain : '')).trim()
  return word === '' || /^(?:null|~)$/i.test(word) ? [] : [word]
}
