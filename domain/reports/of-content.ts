import type { ContentMark, ContentNode } from '../documents/content'
import { mayLink, type Block, type Run } from './blocks'

/** What people wrote, as blocks: a comment in Tiptap's JSON, as it was checked when it was kept. */
export function blocksOf(node: ContentNode): Block[] {
  return (node.content ?? []).flatMap((child) => BLOCKS[child.type]?.(child) ?? blocksOf(child))
}

const items = (node: ContentNode) => (node.content ?? []).map(blocksOf)

const BLOCKS: Readonly<Record<string, (node: ContentNode) => Block[]>> = {
  paragraph: (node) => [{ kind: 'paragraph', runs: runsOf(node) }],
  blockquote: (node) => [{ kind: 'quote', blocks: blocksOf(node) }],
  bulletList: (node) => [{ kind: 'list', ordered: false, items: items(node) }],
  orderedList: (node) => [{ kind: 'list', ordered: true, items: items(node) }],
  codeBlock: (node) => [{ kind: 'code', text: (node.content ?? []).map(({ text }) => text ?? '').join('') }],
}

function runsOf({ content = [] }: ContentNode): Run[] {
  return content.map(({ type, text = '', marks = [] }) => ({
    text: type === 'hardBreak' ? '\n' : text,
    ...Object.assign({}, ...marks.map(markOf)),
  }))
}

const MARKS: Readonly<Record<string, Omit<Run, 'text'>>> = {
  bold: { strong: true },
  italic: { emphasis: true },
  code: { code: true },
}

function markOf({ type, attrs }: ContentMark): Omit<Run, 'text'> {
  if (type !== 'link') return MARKS[type] ?? {}
  const address = attrs?.href
  return typeof address === 'string' && mayLink(address) ? { link: address } : {}
}
