/** How far a floating box stays from what it belongs to, and from the window's edges; in px. */
const GAP = 4
const EDGE = 8

/**
 * Puts a fixed box beside `anchor` (in the window's coordinates): below it, or above where there is more room, and never
 * out of the window. `align` says which edges meet. Positions are set through the CSSOM, since the content policy allows
 * no style attributes.
 */
export function place(box: HTMLElement, anchor: DOMRect, align: 'start' | 'centre' | 'end' = 'start'): void {
  const { offsetWidth: width, offsetHeight: height } = box
  const { clientWidth, clientHeight } = document.documentElement
  const lefts = { start: anchor.left, centre: anchor.left + (anchor.width - width) / 2, end: anchor.right - width }
  const below = clientHeight - anchor.bottom
  const top = below >= height + GAP + EDGE || below >= anchor.top ? anchor.bottom + GAP : anchor.top - GAP - height
  box.style.left = `${within(lefts[align], clientWidth - width - EDGE)}px`
  box.style.top = `${within(top, clientHeight - height - EDGE)}px`
}

const within = (value: number, most: number): number => Math.max(EDGE, Math.min(value, most))
