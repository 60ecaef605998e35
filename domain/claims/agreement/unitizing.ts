import type { Span } from '../../annotations/selector'
import { type Corrected, corrected, TOO_FEW } from './figure'
import { type Section, sections } from './sections'

/** A span that a coder gave a label. */
export type Mark = Span & { label: string }

/** A stretch of the continuum on which coders differ, and what all pairs of coders together add there to `observed`. */
export type Stretch = Span & { disagreement: number }

/** Agreement about one label; `units` are its sections, and `stretches` add up to `observed`, the gravest first. */
export type LabelAgreement = Corrected & { label: string; units: number; stretches: Stretch[] }

/** Agreement per label, in the order in which labels come, and of all labels together. */
export type UnitizingAgreement = Corrected & { labels: LabelAgreement[] }

/**
 * Krippendorff's alpha for unitizing a continuum, after Krippendorff (1995), "On the reliability of unitizing
 * continuous data", with the expected disagreement in the form of Krippendorff (2004), "Content Analysis", 2nd edition,
 * chapter 11. It asks whether coders mark the same stretches of a text, where nobody told them what the units are.
 * `coders` has the marks of each who read the whole continuum, also of those who marked nothing; offsets are integers
 * from 0 to `length`. Marks of one coder with the same label that overlap are merged first; those that only touch stay
 * two units. Both disagreements are squared lengths as shares of `length`², and may exceed 1; the sums of both over all
 * labels make the alpha of all labels together.
 */
export function unitizingAlpha(coders: readonly (readonly Mark[])[], length: number): UnitizingAgreement {
  if (coders.length < 2 || length === 0) return { ...TOO_FEW, labels: [] }
  const names = [...new Set(coders.flat().map(({ label }) => label))]
  const labels = names.map((label): LabelAgreement => {
    const spans = coders.map((marks) => marks.filter((mark) => mark.label === label))
    const cut = spans.map((marked) => sections(marked, length))
    const stretches = differing(cut, length)
    const observed = stretches.reduce((sum, { disagreement }) => sum + disagreement, 0)
    const units = cut.flat().filter(({ marked }) => marked).length
    return { ...corrected(observed, chance(cut, length)), label, units, stretches }
  })
  const sum = (part: 'observed' | 'expected') => labels.reduce((total, label) => total + (label[part] ?? 0), 0)
  return { ...corrected(sum('observed'), sum('expected')), labels }
}

/**
 * The squared difference δ² of two sections of different coders that intersect. Of two units, the squared distances of
 * their starts and of their ends. Of a unit that lies in a gap of the other coder, its squared length. Otherwise 0: a
 * unit that only reaches into a gap also meets the unit beside that gap, and differs from it.
 */
export function difference(a: Section, b: Section): number {
  if (a.marked && b.marked) return (a.start - b.start) ** 2 + (a.end - b.end) ** 2
  if (a.marked === b.marked) return 0
  const [unit, gap] = a.marked ? [a, b] : [b, a]
  return gap.start <= unit.start && unit.end <= gap.end ? (unit.end - unit.start) ** 2 : 0
}

/**
 * Where coders differ: Σ over ordered pairs of coders of δ² ∕ (m (m − 1) length²), with m coders, kept apart by
 * stretch.
 */
function differing(cut: readonly Section[][], length: number): Stretch[] {
  const found = new Map<string, Stretch>()
  const each = 2 / (cut.length * (cut.length - 1) * length ** 2) // 2: a pair of coders is two ordered pairs
  for (const [i, first] of cut.entries())
    for (const second of cut.slice(i + 1))
      for (const [a, b] of meetings(first, second)) {
        const squared = difference(a, b)
        if (squared === 0) continue
        const units = [a, b].filter(({ marked }) => marked)
        const start = Math.min(...units.map((unit) => unit.start))
        const end = Math.max(...units.map((unit) => unit.end))
        const stretch = found.get(`${start} ${end}`) ?? { start, end, disagreement: 0 }
        stretch.disagreement += squared * each
        found.set(`${start} ${end}`, stretch)
      }
  return [...found.values()].sort((a, b) => b.disagreement - a.disagreement || a.start - b.start || a.end - b.end)
}

/** The sections of two coders that intersect, in order. Both cover the whole continuum. */
function* meetings(first: readonly Section[], second: readonly Section[]): Generator<[Section, Section]> {
  for (let i = 0, j = 0; ;) {
    const [a, b] = [first[i], second[j]]
    if (!a || !b) return
    yield [a, b]
    if (a.end <= b.end) i += 1
    if (b.end <= a.end) j += 1
  }
}

/**
 * What is expected: δ² of all sections of all coders in all positions in which they can intersect, as a mean. For two
 * units with lengths l and k the sum of δ² over these positions is T(l) + T(k) with T(l) = (2l³ − 3l² + l) ∕ 3, so each
 * of N units brings (N − 1) T(l); and a unit fits at g − l + 1 places into a gap of length g ≥ l, each with δ² = l².
 * With m coders:
 *
 *     2 ∕ length · Σ_units [(N − 1) T(l) + l² Σ_(gaps ≥ l) (g − l + 1)] ∕ (m·length (m·length − 1) − Σ_units l (l − 1))
 */
function chance(cut: readonly Section[][], length: number): number {
  const sizes = (marked: boolean) =>
    cut
      .flatMap((all) => all.filter((section) => section.marked === marked))
      .map(({ start, end }) => end - start)
      .sort((a, b) => b - a)
  const [units, gaps] = [sizes(true), sizes(false)]
  const points = cut.length * length
  let positions = points * (points - 1)
  let total = 0
  let fitting = 0
  let fittingLength = 0
  for (const l of units) {
    for (let gap = gaps[fitting]; gap !== undefined && gap >= l; gap = gaps[fitting]) {
      fitting += 1
      fittingLength += gap
    }
    total += ((units.length - 1) * (2 * l ** 3 - 3 * l ** 2 + l)) / 3 + l ** 2 * (fittingLength - fitting * (l - 1))
    positions -= l * (l - 1)
  }
  return ((2 / length) * total) / positions
}
