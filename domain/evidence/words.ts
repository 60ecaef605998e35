/** How a piece of evidence speaks to its claim. */
export const EVIDENCE_STANCES = {
  supports: { name: 'Supports', side: 'for' },
  qualifies: { name: 'Qualifies', side: 'between' },
  context: { name: 'Context', side: 'between' },
  refutes: { name: 'Refutes', side: 'against' },
} as const
export type EvidenceStance = keyof typeof EVIDENCE_STANCES

/**
 * The Admiralty code (NATO STANAG 2511 / AJP-2.1): the source and what it says are graded apart, in our own words. F and 6
 * are no low grades: they say that it can't be judged.
 */
export const RELIABILITY = {
  A: { name: 'Completely reliable', means: 'No doubt about it; it has always been right.' },
  B: { name: 'Usually reliable', means: 'Little doubt; it has mostly been right.' },
  C: { name: 'Fairly reliable', means: 'Some doubt; it has been right at times.' },
  D: { name: 'Not usually reliable', means: 'Much doubt; it has been right now and then.' },
  E: { name: 'Unreliable', means: 'Not to be relied on; it has been wrong or has misled.' },
  F: { name: 'Can’t be judged', means: 'Nothing is known by which to judge it.' },
} as const
export type Reliability = keyof typeof RELIABILITY

export const CREDIBILITY = {
  1: { name: 'Confirmed', means: 'Independent sources confirm it; it is sound in itself and fits what is known.' },
  2: { name: 'Probably true', means: 'Not confirmed; it is sound in itself and fits what is known.' },
  3: { name: 'Possibly true', means: 'Not confirmed; it is fairly sound and fits in part.' },
  4: { name: 'Doubtful', means: 'Not confirmed; it is possible, and nothing else speaks for it.' },
  5: { name: 'Improbable', means: 'Not confirmed; it is not sound, or other information speaks against it.' },
  6: { name: 'Can’t be judged', means: 'There is nothing by which to judge it.' },
} as const
export type Credibility = 1 | 2 | 3 | 4 | 5 | 6
