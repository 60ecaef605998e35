/** A card that wants to stand at `wanted`, and how high it is; in px from the top of the margin. */
export type Card = { wanted: number; height: number }

/** Between cards, in px. */
const GAP = 8

/**
 * Where cards stand so that none covers another, in their order: each as near to its place as those before it allow. The
 * card at `focus` stands exactly at its place, those above it give way upwards; where they would leave the margin at its
 * top, everything moves down instead.
 */
export function arrange(cards: readonly Card[], focus: number | null): number[] {
  const tops = cards.map(({ wanted }) => Math.max(0, wanted))
  if (focus !== null) {
    for (let at = focus - 1; at >= 0; at--) {
      const below = tops[at + 1] ?? 0
      tops[at] = Math.min(tops[at] ?? 0, below - GAP - (cards[at]?.height ?? 0))
    }
  }
  const lowest = tops[0] ?? 0
  if (lowest < 0) tops[0] = 0
  for (let at = 1; at < cards.length; at++) {
    const free = (tops[at - 1] ?? 0) + (cards[at - 1]?.height ?? 0) + GAP
    tops[at] = Math.max(tops[at] ?? 0, free)
  }
  return tops
}
