import { mayLink, printable, type Block, type Run } from './blocks'

/**
 * Blocks as Markdown (CommonMark). Whatever people typed is escaped, so that it reads as they typed it and is neither
 * markup nor HTML.
 */
export function markdown(blocks: readonly Block[]): string {
  return `${chunk(blocks)}\n`
}

const chunk = (blocks: readonly Block[]): string =>
  blocks
    .map(write)
    .filter((text) => text !== '')
    .join('\n\n')

function write(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${inline(block.runs, ' ')}`
    case 'paragraph':
      return inline(block.runs, '\\\n')
    case 'quote':
      return chunk(block.blocks).replace(/^/gm, '> ').replace(/^> $/gm, '>')
    case 'list':
      return block.items
        .map((item, index) => listItem(block.ordered ? `${index + 1}.` : '-', item))
        .join(block.items.some((item) => item.length > 1) ? '\n\n' : '\n')
    case 'code':
      return fenced(printable(block.text))
    case 'facts':
      return block.rows.map(({ name, runs }) => `- **${escaped(name)}:** ${inline(runs, '\\\n  ')}`).join('\n')
    case 'rule':
      return '---'
  }
}

/** What follows in an item is indented as far as its first line. */
function listItem(mark: string, item: readonly Block[]): string {
  const indent = ' '.repeat(mark.length + 1)
  return `${mark} ${chunk(item).replace(/\n(?=.)/g, `\n${indent}`)}`
}

/** A fence is longer than any run of backticks inside. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}\n${text}\n${fence}`
}

/** Runs on one line; `lineBreak` stands for the line feeds in them. */
const inline = (runs: readonly Run[], lineBreak: string): string =>
  runs
    .map(decorated)
    .join('')
    .trim()
    .replace(/[ \t]*\n[ \t]*/g, lineBreak)

function decorated({ text, strong, emphasis, code, link }: Run): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(printable(text)) ?? []
  if (words === '') return before
  let written = code ? codeSpan(words) : escaped(words)
  if (emphasis) written = `*${written}*`
  if (strong) written = `**${written}**`
  if (link !== undefined && mayLink(link)) written = `[${written}](<${addressed(link)}>)`
  return `${before}${written}${after}`
}

/** An address between angle brackets, which it can't close. */
const addressed = (link: string) => new URL(link).href.replace(/[<>\\\n]/g, encodeURIComponent)

/** Every character that could be markup somewhere, each with a backslash before it; also what could begin a list or a rule. */
const escaped = (text: string): string =>
  printable(text)
    .replace(/[\\`*_[\]<>#|~&!$]/g, '\\$&')
    .replace(/^([ \t]*)([-+=])/gm, '$1\\$2')
    .replace(/^([ \t]*\d{1,9})([.)])/gm, '$1\\$2')
    .replace(/:\/\//g, '\\://')

/** Code shows what is in it as it is; a backtick ends it, so that is written around. */
function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const tick = '`'.repeat(longest + 1)
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return `${tick}${pad}${text.replace(/\n/g, ' ')}${pad}${tick}`
}
