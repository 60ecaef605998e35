/** What was measured in the same rounds, by name: one value for each round, in the order of the rounds. */
export type Measured<Name extends string, Value> = Record<Name, Value[]>

/**
 * Lets contestants take turns for some rounds, each round in the opposite order of the one before, so that what else
 * the machine does meets all of them alike. The first turn of each warms up and doesn't count.
 */
export async function takeTurns<Name extends string, Value>(
  rounds: number,
  contestants: Record<Name, () => Promise<Value>>,
): Promise<Measured<Name, Value>> {
  const names = Object.keys(contestants) as Name[]
  const measured = Object.fromEntries(names.map((name) => [name, [] as Value[]])) as Measured<Name, Value>
  for (let round = 0; round <= rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const value = await contestants[name]()
      if (round > 0) measured[name].push(value)
    }
  }
  return measured
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle) - 1] ?? NaN)) / 2
}

/** The ratio of two contestants, round by round: its median, and the smallest and the largest that was seen. */
export function ratio(ours: number[], theirs: number[]): Ratio {
  const each = ours.map((value, round) => value / (theirs[round] ?? NaN))
  return { median: median(each), least: Math.min(...each), most: Math.max(...each) }
}
export type Ratio = { median: number; least: number; most: number }
