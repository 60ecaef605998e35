import { escapeHTML, escapeHTMLAttribute, renderJSONContentToString } from '@tiptap/static-renderer/json/html-string'
import type { ContentNode } from '@/domain/documents/content'
import type { Flat, TextBlock } from '@/domain/documents/flatten'
import type { PageMark } from '@/domain/documents/page-mark'
import { mentionText } from './mentions'

/**
 * Changes whenever the same JSON makes other HTML, so that browsers fetch again what they have kept.
 */
export const RENDERER = 2

/** A run of top-level blocks that is rendered and sent as one. Offsets are into the canonical text. */
export type Part = { number: number; from: number; to: number; start: number; end: number }

/** The first part is in the page: about three screens of text, so that the first paint waits for little. */
const FIRST_CHARACTERS = 20_000

/** The others come on their own: large enough for few requests, small enough that rendering one blocks nobody. */
const NEXT_CHARACTERS = 400_000

/** Cuts a document into parts at its top-level blocks. A block that is larger than a part is a part of its own. */
export function planParts(doc: ContentNode, { blocks }: Flat): Part[] {
  const parts: Part[] = []
  const starts = topLevelEnds(doc, blocks)
  let from = 0
  let start = 0
  for (let index = 0; index < starts.length; index++) {
    const end = starts[index] ?? start
    const enough = end - start >= (parts.length === 0 ? FIRST_CHARACTERS : NEXT_CHARACTERS)
    if (!enough && index < starts.length - 1) continue
    parts.push({ number: parts.length, from, to: index + 1, start, end })
    from = index + 1
    start = end + 1
  }
  return parts.length > 0 ? parts : [{ number: 0, from: 0, to: 0, start: 0, end: 0 }]
}

/** Where each top-level block ends in the text. */
function topLevelEnds(doc: ContentNode, blocks: Flat['blocks']): number[] {
  const ends: number[] = []
  let next = 0
  for (const top of doc.content ?? []) {
    const count = countBlocks(top, blocks, next)
    next += count
    ends.push(blocks[next - 1]?.end ?? 0)
  }
  return ends
}

/** How many of the flat blocks, from `next` on, lie within a top-level node. */
function countBlocks(top: ContentNode, blocks: Flat['blocks'], next: number): number {
  const inside = new Set<ContentNode>()
  const waiting = [top]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    inside.add(node)
    for (const child of node.content ?? []) waiting.push(child)
  }
  let count = 0
  while (inside.has(blocks[next + count]?.node as ContentNode)) count++
  return count
}

/** A browser lays out what is near the screen section by section, so sections are about a screen and a half of text. */
const SECTION_CHARACTERS = 4_000

/**
 * The static HTML of one part, in sections. Each text block and block leaf carries `data-at`, its start in the text. Where
 * a page begins stands an element without text, so that it counts for nothing in offsets.
 */
export function renderPart(
  doc: ContentNode,
  { blocks }: Flat,
  { from, to, start, end }: Part,
  pages: readonly PageMark[] = [],
): string {
  const at = new Map<ContentNode, number>()
  for (const block of blocks) if (block.at >= start && block.at <= end) at.set(block.node, block.at)
  const breaks = breaksIn(
    blocks,
    pages.filter((mark) => mark.at >= start && mark.at <= end),
  )
  const render = renderer(
    (node) => at.get(node),
    (node) => breaks.get(node) ?? [],
  )
  const sections: string[] = []
  let section = ''
  for (const content of (doc.content ?? []).slice(from, to)) {
    section += render({ content })
    if (section.length < SECTION_CHARACTERS) continue
    sections.push(section)
    section = ''
  }
  if (section !== '') sections.push(section)
  return sections.map((inside) => `<section>${inside}</section>`).join('')
}

/** In which texts pages begin, `at` from the text's own start: where there is none at their place, in the next. */
function breaksIn(blocks: readonly TextBlock[], pages: readonly PageMark[]): Map<ContentNode, PageMark[]> {
  const found = new Map<ContentNode, PageMark[]>()
  let next = 0
  for (const { node, at } of blocks) {
    let from = at
    for (const child of node.content ?? []) {
      const to = from + (child.type === 'text' ? (child.text?.length ?? 0) : 1)
      if (child.type === 'text')
        for (let mark = pages[next]; mark && mark.at < to; mark = pages[++next])
          found.set(child, [...(found.get(child) ?? []), { ...mark, at: Math.max(0, mark.at - from) }])
      from = to
    }
  }
  return found
}

/** The static HTML of a comment. */
export function renderComment(json: ContentNode): string {
  const render = renderer(() => undefined)
  return (json.content ?? []).map((content) => render({ content })).join('')
}

type Context = { node: ContentNode; children?: string | string[] }
type Where = (node: ContentNode) => number | undefined
type Breaks = (node: ContentNode) => readonly PageMark[]

/** One table for documents and comments, for server and browser. Nothing here writes a style, an id or a handler. */
function renderer(where: Where, breaks: Breaks = () => []) {
  const inner = ({ children }: Context) => [children ?? ''].flat().join('')
  const spot = (node: ContentNode) => {
    const at = where(node)
    return at === undefined ? '' : ` data-at="${at}"`
  }
  const wrap = (tag: string) => (it: Context) => `<${tag}>${inner(it)}</${tag}>`
  const block = (tag: string) => (it: Context) => `<${tag}${spot(it.node)}>${inner(it)}</${tag}>`
  const cell = (tag: string) => (it: Context) => `<${tag}${spans(it.node)}>${inner(it)}</${tag}>`
  return renderJSONContentToString({
    nodeMapping: {
      text: ({ node }: Context) => broken(node.text ?? '', breaks(node)),
      hardBreak: () => '<br>',
      mention: ({ node }: Context) => `<span class="mention">${escapeHTML(mentionText(node))}</span>`,
      paragraph: block('p'),
      heading: (it: Context) => heading(it.node, spot(it.node), inner(it)),
      codeBlock: (it: Context) => `<pre><code${spot(it.node)}>${inner(it)}</code></pre>`,
      horizontalRule: ({ node }: Context) => `<hr${spot(node)}>`,
      blockquote: wrap('blockquote'),
      bulletList: wrap('ul'),
      orderedList: (it: Context) => `<ol${startOf(it.node)}>${inner(it)}</ol>`,
      listItem: wrap('li'),
      table: (it: Context) => `<div class="table-scroll"><table><tbody>${inner(it)}</tbody></table></div>`,
      tableRow: wrap('tr'),
      tableCell: cell('td'),
      tableHeader: cell('th'),
    },
    markMapping: {
      bold: wrap('strong'),
      italic: wrap('em'),
      code: wrap('code'),
      strike: wrap('s'),
      underline: wrap('u'),
      superscript: wrap('sup'),
      subscript: wrap('sub'),
      link: (it: Context & { mark: { attrs?: Record<string, unknown> } }) =>
        `<a href="${escapeHTMLAttribute(String(it.mark.attrs?.href ?? ''))}" target="_blank" rel="noopener noreferrer nofollow ugc">${inner(it)}</a>`,
    },
  } as unknown as Parameters<typeof renderJSONContentToString>[0]) as (it: { content: ContentNode }) => string
}

/** A text, with marks where pages begin in it. */
function broken(text: string, breaks: readonly PageMark[]): string {
  let html = ''
  let from = 0
  for (const { at, page, label = String(page) } of breaks) {
    const name = escapeHTMLAttribute(label)
    html += `${escapeHTML(text.slice(from, at))}<span role="doc-pagebreak" aria-label="Page ${name}" data-page="${page}" data-name="${name}"></span>`
    from = at
  }
  return html + escapeHTML(text.slice(from))
}

/** The page's own heading is level 1, so a document's headings start one below it. */
function heading(node: ContentNode, spot: string, inner: string): string {
  const level = Number(node.attrs?.level ?? 1)
  const tag = `h${Math.min(level + 1, 6)}`
  return `<${tag}${spot} data-level="${level}">${inner}</${tag}>`
}

function startOf(node: ContentNode): string {
  const start = Number(node.attrs?.start ?? 1)
  return start === 1 ? '' : ` start="${start}"`
}

function spans(node: ContentNode): string {
  return ['colspan', 'rowspan']
    .map((name) => (Number(node.attrs?.[name] ?? 1) > 1 ? ` ${name}="${Number(node.attrs?.[name])}"` : ''))
    .join('')
}
