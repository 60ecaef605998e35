import type { Span } from '@/domain/annotations/selector'

/** A point in the DOM, as ranges and selections have them. */
export type Place = { node: Node; offset: number }

/**
 * Maps between offsets of the canonical text and points in the document's static HTML.
 *
 * Every text block carries `data-at`, its start in the text, so only one block is ever walked. Parts are added in their
 * order as they arrive; offsets beyond them have no place yet. Nothing here changes the DOM.
 */
export class TextMap {
  private readonly starts: number[] = []
  private readonly blocks: Element[] = []
  private reach = 0

  /** Takes in the blocks of a part that has just arrived, the elements with `data-at`. Parts come in order. */
  add(blocks: Iterable<Element>): void {
    for (const block of blocks) {
      this.starts.push(Number(block.getAttribute('data-at')))
      this.blocks.push(block)
    }
    const last = this.blocks.length - 1
    if (last >= 0) this.reach = (this.starts[last] ?? 0) + lengthOf(this.blocks[last] as Element)
  }

  /** Forgets all blocks: they are no longer in the page. */
  clear(): void {
    this.starts.length = 0
    this.blocks.length = 0
    this.reach = 0
  }

  /** Where the text that is here ends; 0 before anything is. */
  get end(): number {
    return this.reach
  }

  /** The block in which an offset lies, or null where it is not here yet. */
  blockAt(offset: number): Element | null {
    return this.blocks[this.indexAt(offset)] ?? null
  }

  /** The point of an offset; null where the text is not here yet. */
  placeOf(offset: number): Place | null {
    const index = this.indexAt(offset)
    const block = this.blocks[index]
    if (!block) return null
    return placeIn(block, offset - (this.starts[index] ?? 0))
  }

  /** A range over a span, cut to what is here; null where nothing of it is. */
  rangeOf({ start, end }: Span): StaticRange | null {
    const from = this.placeOf(start)
    const to = this.placeOf(end)
    if (!from || !to) return null
    return new StaticRange({
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: to.node,
      endOffset: to.offset,
    })
  }

  /**
   * The offset of a point. Between blocks, the start of a selection belongs to the block after it, its end to the one
   * before.
   */
  offsetOf({ node, offset }: Place, side: 'start' | 'end'): number {
    const element = node instanceof Element ? node : node.parentElement
    const block = element?.closest('[data-at]')
    if (block) return Number(block.getAttribute('data-at')) + lengthBefore(block, { node, offset })
    const passed = node.childNodes[offset - 1]
    if (passed instanceof Element && passed.tagName === 'HR') return Number(passed.getAttribute('data-at')) + 1
    const after = this.firstAfter({ node, offset })
    if (side === 'start' && after < this.blocks.length) return this.starts[after] ?? 0
    const before = after - 1
    return before < 0 ? 0 : (this.starts[before] ?? 0) + lengthOf(this.blocks[before] as Element)
  }

  /** The text of a span, as the canonical text has it. */
  textOf({ start, end }: Span): string {
    const pieces: string[] = []
    for (
      let index = Math.max(0, this.indexAt(start));
      index < this.blocks.length && (this.starts[index] ?? 0) <= end;
      index++
    ) {
      pieces.push(textIn(this.blocks[index] as Element))
    }
    const from = this.starts[Math.max(0, this.indexAt(start))] ?? 0
    return pieces.join('\n').slice(start - from, end - from)
  }

  /** The last block that starts at or before an offset. */
  private indexAt(offset: number): number {
    let low = 0
    let high = this.starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.starts[middle] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  /** The index of the first block that begins at or after a point which lies in none. */
  private firstAfter({ node, offset }: Place): number {
    const point = document.createRange()
    point.setStart(node, offset)
    let low = 0
    let high = this.blocks.length
    while (low < high) {
      const middle = (low + high) >> 1
      const block = this.blocks[middle] as Element
      const index = [...(block.parentNode as Node).childNodes].indexOf(block)
      if (point.comparePoint(block.parentNode as Node, index) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Text nodes and leaves below a block, in order. A leaf counts one, as in the canonical text. */
function* piecesOf(block: Element): Generator<Text | Element> {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) yield node
    else if ((node as Element).tagName === 'BR') yield node as Element
  }
}

function lengthOf(block: Element): number {
  return block.tagName === 'HR' ? 1 : textIn(block).length
}

function textIn(block: Element): string {
  if (block.tagName === 'HR') return '\uFFFC'
  let text = ''
  for (const piece of piecesOf(block)) text += piece instanceof Text ? piece.data : '\n'
  return text
}

function placeIn(block: Element, local: number): Place {
  // A rule is a character of its own: within it is before that character, beside it is after.
  if (block.tagName === 'HR') return local === 0 ? { node: block, offset: 0 } : beside(block, 1)
  const { firstChild } = block
  if (firstChild instanceof Text && local <= firstChild.length) return { node: firstChild, offset: local } // most are
  let left = local
  let last: Place = { node: block, offset: 0 }
  for (const piece of piecesOf(block)) {
    if (piece instanceof Text) {
      if (left <= piece.length) return { node: piece, offset: left }
      left -= piece.length
      last = { node: piece, offset: piece.length }
    } else {
      if (left === 0) return beside(piece, 0)
      left -= 1
      last = beside(piece, 1)
      if (left === 0 && !hasTextAfter(block, piece)) return last
    }
  }
  return last
}

function hasTextAfter(block: Element, leaf: Element): boolean {
  for (const piece of piecesOf(block)) {
    if (piece instanceof Text && leaf.compareDocumentPosition(piece) & Node.DOCUMENT_POSITION_FOLLOWING) return true
  }
  return false
}

function beside(leaf: Element, after: number): Place {
  const parent = leaf.parentNode as Node
  return { node: parent, offset: [...parent.childNodes].indexOf(leaf) + after }
}

/** How much of a block's text lies before a point within it. */
function lengthBefore(block: Element, { node, offset }: Place): number {
  const point = document.createRange()
  point.setStart(node, offset)
  let length = 0
  for (const piece of piecesOf(block)) {
    if (piece === node) return length + offset
    const before =
      piece instanceof Text
        ? point.comparePoint(piece, 0) < 0
        : point.comparePoint(piece.parentNode as Node, beside(piece, 0).offset) < 0
    if (!before) return length
    length += piece instanceof Text ? piece.length : 1
  }
  return length
}
