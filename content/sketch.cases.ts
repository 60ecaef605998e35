import type { ContentNode } from '@/domain/documents/content'

const SHORT: Readonly<Record<string, string>> = {
  paragraph: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  blockquote: 'quote',
  codeBlock: 'pre',
  table: 'table',
  tableRow: 'tr',
  tableCell: 'td',
  tableHeader: 'th',
}
const MARK: Readonly<Record<string, string>> = { bold: '*', italic: '_', code: '`', superscript: '^', strike: '~' }

/** A document in one line, for case tables: `h1(Title) p(words *bold*) ul(li(p(one)))`. */
export function sketch(node: ContentNode): string {
  const inside = (node.content ?? []).map(sketch)
  switch (node.type) {
    case 'doc':
      return inside.join(' ')
    case 'text':
      return (node.marks ?? []).reduce(marked, node.text ?? '')
    case 'hardBreak':
      return '⏎'
    case 'horizontalRule':
      return '---'
    case 'heading':
      return `h${String(node.attrs?.level)}(${inside.join('')})`
    default:
      return `${SHORT[node.type] ?? node.type}(${inside.join(isInline(node) ? '' : ' ')})`
  }
}

const isInline = ({ content }: ContentNode) => content?.some(({ type }) => type === 'text' || type === 'hardBreak')

function marked(text: string, { type, attrs }: { type: string; attrs?: Record<string, unknown> }): string {
  if (type === 'link') return `[${text}](${String(attrs?.href)})`
  const sign = MARK[type] ?? `<${type}>`
  return `${sign}${text}${sign}`
}
