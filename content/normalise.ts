import type { ContentNode } from '@/domain/documents/content'

/** What joins with the character before it: combining marks, and the later letters of a Hangul syllable. */
const JOINING = /^[\p{M}\u1160-\u11FF]+/u

/**
 * The text of an imported document as it is kept from then on: NFC across neighbouring marks, line feeds only, no U+0000
 * and no lone surrogates; neighbours with the same marks become one, empty texts vanish. Offsets count in its result, so
 * it is never applied again.
 */
export function normalise(node: ContentNode): ContentNode {
  if (!node.content) return node
  const content = node.content.some(({ type }) => type === 'text') ? texts(node.content) : node.content.map(normalise)
  return { ...node, content }
}

function texts(inline: ContentNode[]): ContentNode[] {
  const out: ContentNode[] = []
  for (const node of inline) {
    if (node.type !== 'text') {
      out.push(node)
      continue
    }
    let text = clean(node.text ?? '')
    const before = out.at(-1)
    if (before?.type === 'text') {
      const joining = JOINING.exec(text)?.[0] ?? ''
      before.text += sameMarks(before, node) ? text : joining
      text = sameMarks(before, node) ? '' : text.slice(joining.length)
    }
    if (text !== '') out.push({ ...node, text })
  }
  return out.map((node) => (node.type === 'text' ? { ...node, text: (node.text ?? '').normalize('NFC') } : node))
}

function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '')
    .replace(/\p{Cs}/gu, '\uFFFD')
}

function sameMarks(one: ContentNode, other: ContentNode): boolean {
  return JSON.stringify(one.marks ?? []) === JSON.stringify(other.marks ?? [])
}
