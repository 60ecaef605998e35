import type { Fragment } from './fragments'
import { append, textOf, type Raised, type Run } from './runs'

/** A line of text: `parts` are its stretches with wide gaps between them, as the cells of tables. */
export type Line = {
  runs: Run[]
  text: string
  left: number
  right: number
  base: number
  size: number
  parts: Fragment[][]
  rtl: boolean
  page: number
}

/** Gaps from which on two stretches of a line are no longer words of one sentence; in sizes of its letters. */
const CELL_GAP = 1.6
/** Gaps from which on there is a space, where the file writes none. */
const WORD_GAP = 0.15

/** Puts fragments that stand on one line together, lines from top to bottom. Raised figures belong to their line. */
export function gather(fragments: readonly Fragment[]): Fragment[][] {
  const lines: { top: number; foot: number; size: number; all: Fragment[] }[] = []
  for (const one of fragments.toSorted((a, b) => a.base - b.base || a.left - b.left)) {
    const [top, foot] = [one.base - 0.75 * one.size, one.base + 0.2 * one.size]
    const line = lines.slice(-4).findLast((each) => {
      const shared = Math.min(each.foot, foot) - Math.max(each.top, top)
      return shared >= 0.5 * Math.min(each.foot - each.top, foot - top)
    })
    if (!line) lines.push({ top, foot, size: one.size, all: [one] })
    else {
      line.all.push(one)
      if (one.size > line.size) Object.assign(line, { top, foot, size: one.size })
    }
  }
  return lines.map(({ all }) => all)
}

/** Makes one line of the fragments that stand on it. */
export function lineOf(fragments: readonly Fragment[], page: number): Line {
  const rtl = fragments.filter((one) => one.rtl).length * 2 > fragments.length
  const ordered = fragments.toSorted((a, b) => (rtl ? b.right - a.right : a.left - b.left))
  const size = mainSize(ordered)
  const base = ordered.find((one) => one.size === size)?.base ?? 0
  const runs: Run[] = []
  const parts: Fragment[][] = []
  let before: Fragment | undefined
  for (const one of ordered) {
    const gap = before ? (rtl ? before.left - one.right : one.left - before.right) : 0
    if (before && gap <= CELL_GAP * size) parts.at(-1)?.push(one)
    else parts.push([one])
    const spaced = before && gap > WORD_GAP * Math.min(size, one.size) && !touch(runs.at(-1)?.text ?? '', one.text)
    append(runs, {
      text: (spaced ? ' ' : '') + one.text,
      raised: raisedOf(one, base, size),
      bold: one.bold,
      italic: one.italic,
    })
    before = one
  }
  return {
    runs,
    text: textOf(runs),
    left: Math.min(...ordered.map(({ left }) => left)),
    right: Math.max(...ordered.map(({ right }) => right)),
    ...{ base, size, parts, rtl, page },
  }
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u

/** Whether two texts stand side by side without a space: there is one already, or their script writes none. */
export function touch(before: string, after: string): boolean {
  const [last, first] = [before.at(-1) ?? '', after.at(0) ?? '']
  return /\s/.test(last + first) || (UNSPACED.test(last) && UNSPACED.test(first))
}

function raisedOf({ base: own, size: height }: Fragment, base: number, size: number): Raised {
  if (height > 0.85 * size) return null
  if (own < base - 0.15 * size) return 'superscript'
  return own > base + 0.08 * size ? 'subscript' : null
}

/** The size that most characters have. */
function mainSize(fragments: readonly Fragment[]): number {
  const sizes = new Map<number, number>()
  for (const { size, text } of fragments) sizes.set(size, (sizes.get(size) ?? 0) + text.length)
  return [...sizes].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0]
}
