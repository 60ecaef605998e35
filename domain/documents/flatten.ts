import type { ContentNode } from './content'

/** Nodes that hold inline content: each is one stretch of the canonical text, also when empty. */
const TEXT_BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'codeBlock'])

/** Nodes that stand alone between text blocks and hold nothing. */
const BLOCK_LEAVES: ReadonlySet<string> = new Set(['horizontalRule'])

/** What stands in the text for a leaf that is no text (Unicode's OBJECT REPLACEMENT CHARACTER). */
const OBJECT = '\uFFFC'

/** A text block or block leaf, and where it lies in the canonical text: UTF-16 offsets, `end` exclusive. */
export type TextBlock = { node: ContentNode; at: number; end: number }

export type Flat = { text: string; blocks: TextBlock[] }

/**
 * The canonical text of a document, in which every offset of the program counts, and where its blocks lie.
 *
 * Text blocks are joined by one line feed; a hard break is a line feed, every other leaf U+FFFC. It walks without
 * recursion, so that no depth of nesting can exhaust the stack.
 */
export function flatten(doc: ContentNode): Flat {
  const pieces: string[] = []
  const blocks: TextBlock[] = []
  let at = 0
  const waiting: ContentNode[] = [doc]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const leaf = BLOCK_LEAVES.has(node.type)
    if (!leaf && !TEXT_BLOCKS.has(node.type)) {
      for (let i = (node.content?.length ?? 0) - 1; i >= 0; i--) waiting.push(node.content?.[i] as ContentNode)
      continue
    }
    const text = leaf ? OBJECT : inlineText(node)
    if (blocks.length > 0) at += 1
    blocks.push({ node, at, end: at + text.length })
    pieces.push(text)
    at += text.length
  }
  return { text: pieces.join('\n'), blocks }
}

function inlineText(block: ContentNode): string {
  let text = ''
  for (const { type, text: own } of block.content ?? [])
    text += type === 'text' ? (own ?? '') : type === 'hardBreak' ? '\n' : OBJECT
  return text
}
