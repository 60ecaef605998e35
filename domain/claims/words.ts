/** The words of claims: keys as they are kept, with what people read. Lists in the order in which they are offered. */

export const CLAIM_TYPES = {
  fact: { name: 'Fact', hint: 'Something that is or is not so.' },
  negative: { name: 'Negative fact', hint: 'That something is not there, or not reported.' },
  prediction: { name: 'Prediction', hint: 'Something that time will settle.' },
  quotation: { name: 'Quotation', hint: 'That someone said this, in these words.' },
  cause: { name: 'Cause', hint: 'That one thing brings about another.' },
  characterisation: { name: 'Characterisation', hint: 'A word that weighs: tense, main, large.' },
  norm: { name: 'Norm', hint: 'What should be done.' },
} as const
export type ClaimType = keyof typeof CLAIM_TYPES

export const PRIORITIES = { high: 'High', normal: 'Normal', low: 'Low' } as const
export type Priority = keyof typeof PRIORITIES

/** How a passage stands to the claim that is found in it. */
export const STANCES = { asserts: 'Asserts', denies: 'Denies', hedges: 'Hedges' } as const
export type Stance = keyof typeof STANCES

/** In whose voice the passage says it. */
export const VOICES = { author: 'The author’s', attributed: 'Attributed', unclear: 'Unclear' } as const
export type Voice = keyof typeof VOICES

/** How one claim stands to another, read from the first to the second; `mutual` where it reads the same both ways. */
export const RELATIONS = {
  supports: { name: 'Supports', says: 'supports', mutual: false },
  qualifies: { name: 'Qualifies', says: 'qualifies', mutual: false },
  refines: { name: 'Refines', says: 'refines', mutual: false },
  duplicates: { name: 'Duplicates', says: 'says the same as', mutual: true },
  conflicts: { name: 'Conflicts', says: 'conflicts with', mutual: true },
} as const
export type RelationKind = keyof typeof RELATIONS

export const STRENGTHS = {
  contradiction: { name: 'Contradiction', hint: 'Both can’t be true.' },
  tension: { name: 'Tension', hint: 'Both can be true, but each makes the other less likely.' },
  drift: { name: 'Drift of wording', hint: 'The same thing in words that say more or less.' },
} as const
export type Strength = keyof typeof STRENGTHS

/** What became of a conflict: `apparent` ones are closed by what the two differ in. */
export const DISPOSITIONS = {
  open: { name: 'Open', apparent: false },
  real: { name: 'Real', apparent: false },
  time: { name: 'Apparent: another time', apparent: true },
  scope: { name: 'Apparent: another scope', apparent: true },
  definition: { name: 'Apparent: another definition', apparent: true },
  referent: { name: 'Apparent: about something else', apparent: true },
} as const
export type Disposition = keyof typeof DISPOSITIONS

/** The keys of a table, typed, in its order. */
export const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>) => Object.keys(table) as [K, ...K[]]
