import { Marked, type TokenizerAndRendererExtension, type Tokens } from 'marked'

/** `[^name]: what the note says`, and what is indented below it. */
const NOTE = /^\[\^([^\]\s]{1,60})\]:[ \t]*([^\n]*(?:\n(?: {2,}|\t)[^\n]*)*)(?:\n+|$)/
const MARK = /^\[\^([^\]\s]{1,60})\]/

type Note = { name: string; text: string; number: number }

/**
 * Markdown as HTML, with the footnotes that many programs write in it: marks are raised numbers in the order in which
 * they come, and the notes stand at the end. A mark without a note stays as it is written.
 */
export function markdownToHtml(text: string): string {
  const notes = new Map<string, Note>()
  let marked = 0
  const note: TokenizerAndRendererExtension = {
    name: 'note',
    level: 'block',
    start: (src) => /(?:^|\n)\[\^/.exec(src)?.index,
    tokenizer(src) {
      const found = NOTE.exec(src)
      if (!found) return undefined
      const [raw, name = '', words = ''] = found
      if (!notes.has(name)) notes.set(name, { name, text: words.replace(/\n[ \t]+/g, '\n'), number: 0 })
      return { type: 'note', raw }
    },
    renderer: () => '',
  }
  const mark: TokenizerAndRendererExtension = {
    name: 'mark',
    level: 'inline',
    start: (src) => src.indexOf('[^'),
    tokenizer(src) {
      const [raw, name = ''] = MARK.exec(src) ?? []
      const about = notes.get(name)
      if (raw === undefined || !about) return undefined
      if (about.number === 0) about.number = ++marked
      return { type: 'mark', raw, number: about.number }
    },
    renderer: (token: Tokens.Generic) => `<sup>[${Number(token.number)}]</sup>`,
  }
  const parser = new Marked({ async: false, gfm: true, extensions: [note, mark] })
  const body = parser.parse(text) as string
  for (const each of notes.values()) if (each.number === 0) each.number = ++marked
  const ordered = [...notes.values()].toSorted((a, b) => a.number - b.number)
  const items = ordered.map(
    ({ text: words }) => `<li>${new Marked({ async: false, gfm: true }).parse(words) as string}</li>`,
  )
  return items.length === 0 ? body : `${body}<hr><ol>${items.join('')}</ol>`
}
