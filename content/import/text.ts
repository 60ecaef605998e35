import type { ContentNode } from '@/domain/documents/content'
import type { Draft, Source } from './source'

/** A headline is a first line of at most this many characters that does not end like a sentence. */
const LONGEST_HEADLINE = 140

/** Lines are taken to be wrapped by hand when none is longer than this… */
const WIDEST_WRAPPED = 100

const BULLET = /^\s*[-*•–]\s+/
/** Up to three digits: a line that begins with a year is a sentence. */
const NUMBER = /^\s*(\d{1,3})[.)]\s+/

/**
 * Plain text. Blank lines part paragraphs; where there are none, or lines are long, each line is a paragraph. Lines that
 * begin with a dash, a bullet or a number are lists.
 */
export function fromText({ text }: Source): Draft {
  const lines = text.replace(/\r\n?/g, '\n').trimEnd().split('\n')
  const paragraphs = isWrapped(lines) ? unwrap(lines) : lines
  const filled = paragraphs.map((line) => line.trimEnd()).filter((line) => line.trim() !== '')
  const [first, ...rest] = filled
  const headline = first !== undefined && rest.length > 0 && isHeadline(first) ? first.trim() : null
  const body = blocks(headline === null ? filled : rest)
  const doc = { type: 'doc', content: headline === null ? body : [heading(headline), ...body] }
  return { doc, title: headline, notes: [] }
}

function isHeadline(line: string): boolean {
  return line.length <= LONGEST_HEADLINE && !/[.;,]$/.test(line.trim()) && !BULLET.test(line) && !NUMBER.test(line)
}

/** Wrapped by hand: several lines to most paragraphs, blank lines between them, and no long line anywhere. */
function isWrapped(lines: string[]): boolean {
  const filled = lines.filter((line) => line.trim() !== '')
  const blank = lines.length - filled.length
  return blank > 0 && filled.length > 2 * blank && filled.every((line) => line.length <= WIDEST_WRAPPED)
}

function unwrap(lines: string[]): string[] {
  const out: string[] = []
  let open = false
  for (const line of lines) {
    const starts = !open || BULLET.test(line) || NUMBER.test(line)
    if (line.trim() === '') open = false
    else if (starts) out.push(line.trim())
    else out.push(`${out.pop() ?? ''} ${line.trim()}`)
    if (line.trim() !== '') open = true
  }
  return out
}

function blocks(lines: string[]): ContentNode[] {
  const out: ContentNode[] = []
  for (const line of lines) {
    const list = BULLET.test(line) ? 'bulletList' : NUMBER.test(line) ? 'orderedList' : null
    if (list === null) out.push(paragraph(line.trim()))
    else addItem(out, list, line)
  }
  return out
}

/** Puts a line into the list above it, if it goes on there: a number that does not follow begins a list of its own. */
function addItem(out: ContentNode[], list: string, line: string): void {
  const number = Number(NUMBER.exec(line)?.[1] ?? 1)
  const text = line.replace(list === 'bulletList' ? BULLET : NUMBER, '').trim()
  const item = { type: 'listItem', content: [paragraph(text)] }
  const last = out.at(-1)
  const next = Number(last?.attrs?.start ?? 1) + (last?.content?.length ?? 0)
  if (last?.type === list && (list === 'bulletList' || number === next)) last.content?.push(item)
  else out.push({ type: list, ...(list === 'orderedList' && { attrs: { start: number } }), content: [item] })
}

const heading = (text: string): ContentNode => ({
  type: 'heading',
  attrs: { level: 1 },
  content: [{ type: 'text', text }],
})
const paragraph = (text: string): ContentNode => ({
  type: 'paragraph',
  ...(text !== '' && { content: [{ type: 'text', text }] }),
})
