type Said = { round: number; author: { id: string } }

/** Of verdicts on one claim the first of each reviewer, from before they knew what others think. */
export const firstWords = <V extends Said>(verdicts: readonly V[]): V[] => pick(verdicts, (a, b) => a.round < b.round)

/** Of verdicts on one claim the last of each reviewer. Who recused themselves later on judges no more. */
export const lastWords = <V extends Said>(verdicts: readonly V[]): V[] => pick(verdicts, (a, b) => a.round > b.round)

/** One of each author, in the order in which they appear. */
function pick<V extends Said>(verdicts: readonly V[], isBetter: (a: V, b: V) => boolean): V[] {
  const picked = new Map<string, V>()
  for (const verdict of verdicts) {
    const before = picked.get(verdict.author.id)
    if (!before || isBetter(verdict, before)) picked.set(verdict.author.id, verdict)
  }
  return [...picked.values()]
}
