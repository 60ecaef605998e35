import { directionOf } from '@/domain/documents/direction'
import { stepIn, type Unit } from '@/domain/documents/steps'
import type { Move } from './caret-keys'
import type { TextMap } from './locate'

/** How much text is looked at around the caret for where a step leads; a longer unit is cut there. */
const REACH = 6_000

/** How much of the window a step by screens leaves in sight, as a share of it. */
const SCREEN = 0.8

/** The least that a line takes, in px. */
const LINE = 16

/** Where the caret stands: the end of the browser's selection that moves; null where it is not in the text. */
export function caretOffset(root: Element, map: TextMap): number | null {
  const selection = getSelection()
  const node = selection?.focusNode
  if (!selection || !node || !root.contains(node)) return null
  const { anchorNode, anchorOffset, focusOffset } = selection
  const backward = anchorNode ? comesAfter(anchorNode, anchorOffset, node, focusOffset) : false
  return map.offsetOf({ node, offset: focusOffset }, selection.isCollapsed || backward ? 'start' : 'end')
}

function comesAfter(node: Node, offset: number, other: Node, otherOffset: number): boolean {
  const range = document.createRange()
  range.setStart(other, otherOffset)
  return range.comparePoint(node, offset) > 0
}

/** Puts the caret at an offset; with `extend` what lies between it and where it was is selected. */
export function putCaret(map: TextMap, offset: number, extend = false): void {
  const place = map.placeOf(offset)
  const selection = getSelection()
  if (!place || !selection) return
  if (extend && selection.anchorNode) selection.extend(place.node, place.offset)
  else selection.collapse(place.node, place.offset)
}

/** Moves the caret from `at`, and answers where it stands then. Lines are the browser's, everything else the text's. */
export function moveCaret(root: Element, map: TextMap, at: number, move: Move, extend: boolean): number {
  if (move.by === 'unit') return step(map, at, move.unit, move.forward, extend)
  if (move.by === 'side') return step(map, at, move.unit, move.right !== isRightToLeft(map, at), extend)
  if (move.by === 'document') return put(map, move.forward ? map.end : 0, extend)
  if (move.by === 'screen') return screen(root, map, at, move.forward, extend)
  if (move.by === 'line') return line(root, map, at, move.forward, extend)
  return modify(root, map, 'lineboundary', move.forward, extend) ?? put(map, at, extend)
}

function put(map: TextMap, to: number, extend: boolean): number {
  putCaret(map, to, extend)
  return to
}

function step(map: TextMap, at: number, unit: Unit, forward: boolean, extend: boolean): number {
  // Words and sentences are found from the start of a block: from its middle, the first of them could be half of one.
  const from = Math.max(startOf(map, Math.max(0, at - 1)), at - REACH)
  const whole = forward || unit === 'character' ? from : Math.max(0, Math.min(from, startOf(map, from - 1)))
  const text = map.textOf({ start: whole, end: Math.min(at + REACH, map.end) })
  return put(map, whole + stepIn(text, at - whole, { unit, forward, extend }), extend)
}

const startOf = (map: TextMap, offset: number): number =>
  Number(map.blockAt(Math.max(0, offset))?.getAttribute('data-at') ?? 0)

function isRightToLeft(map: TextMap, at: number): boolean {
  return directionOf(map.blockAt(at)?.textContent ?? '') === 'rtl'
}

/** The browser knows its lines. Where it can't go on, as between some blocks, the next paragraph is the next line. */
function line(root: Element, map: TextMap, at: number, forward: boolean, extend: boolean): number {
  const now = modify(root, map, 'line', forward, extend)
  if (now !== null && (forward ? now > at : now < at)) return now
  return step(map, at, 'paragraph', forward, extend)
}

function modify(root: Element, map: TextMap, by: 'line' | 'lineboundary', forward: boolean, extend: boolean) {
  getSelection()?.modify(extend ? 'extend' : 'move', forward ? 'forward' : 'backward', by)
  return caretOffset(root, map)
}

/** As many lines as fit into most of the window. */
function screen(root: Element, map: TextMap, at: number, forward: boolean, extend: boolean): number {
  let here = at
  for (let gone = 0; gone < innerHeight * SCREEN;) {
    const before = caretRect(map, here)
    const next = line(root, map, here, forward, extend)
    if (next === here) break
    const after = caretRect(map, next)
    // What is not laid out yet has no place: it counts as a line.
    gone += Math.max(before && after ? Math.abs(after.top - before.top) : 0, LINE)
    here = next
  }
  return here
}

/** Where the caret is drawn, in px of the window: at the left of the character that it stands before. */
export function caretRect(map: TextMap, offset: number): DOMRect | null {
  const place = map.placeOf(offset)
  if (!place) return null
  const range = document.createRange()
  range.setStart(place.node, place.offset)
  const rect = range.getClientRects()[0]
  if (rect) return rect
  const block = map.blockAt(offset)?.getBoundingClientRect()
  return block ? new DOMRect(block.left, block.top, 0, Math.min(block.height, 28)) : null
}
