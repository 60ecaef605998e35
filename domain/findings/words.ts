/** On what a finding rests. */
export const BASES = {
  consensus: { name: 'Consensus', means: 'All who judged agree.' },
  majority: { name: 'Majority', means: 'Most who judged agree; the others are named.' },
  adjudicated: { name: 'Adjudicated', means: 'One person decided, and says why.' },
  'no-consensus': { name: 'No consensus', means: 'The team could not settle it, and says so.' },
} as const
export type Basis = keyof typeof BASES
