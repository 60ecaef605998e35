import type { EvidenceStance } from './words'

/** Where a piece of evidence stands beside its claim, in the order in which it is read. */
export const PLACES = {
  supports: { name: 'Supports', means: 'It speaks for the claim.' },
  refutes: { name: 'Refutes', means: 'It speaks against the claim.' },
  divided: { name: 'Evenly divided', means: 'As many hold one view of it as another.' },
  qualifies: { name: 'Qualifies', means: 'The claim holds with a limit.' },
  context: { name: 'Context', means: 'It helps to understand the claim; neither for nor against.' },
  unappraised: {
    name: 'Not yet appraised',
    means: 'Nobody whose view can be seen has said how it speaks to the claim.',
  },
} as const
export type Place = keyof typeof PLACES

/** Where evidence stands: as most see it whose views are given, one of each person; where two views lead, it is divided. */
export function placeOf(stances: readonly EvidenceStance[]): Place {
  const [first, second] = tally(stances)
  if (!first) return 'unappraised'
  return first.count === second?.count ? 'divided' : first.stance
}

/** How many hold each view that is held, the most frequent first. */
function tally(stances: readonly EvidenceStance[]): { stance: EvidenceStance; count: number }[] {
  const counts = new Map<EvidenceStance, number>()
  for (const stance of stances) counts.set(stance, (counts.get(stance) ?? 0) + 1)
  return [...counts].map(([stance, count]) => ({ stance, count })).sort((a, b) => b.count - a.count)
}

type Sourced = { source: { originId: string; retracted: boolean } | null }

export type Origins = {
  /** Origins that stand: copies of one count once. */
  independent: number
  /** Origins of which all that is cited was retracted. */
  retracted: number
  /** Pieces that name no source, so that nobody knows whether they are independent. */
  unnamed: number
}

/** From how many origins pieces of evidence come. */
export function originsAmong(pieces: readonly Sourced[]): Origins {
  const sources = pieces.flatMap(({ source }) => source ?? [])
  const idsOf = (of: typeof sources) => new Set(of.map(({ originId }) => originId)).size
  const independent = idsOf(sources.filter(({ retracted }) => !retracted))
  return { independent, retracted: idsOf(sources) - independent, unnamed: pieces.length - sources.length }
}
