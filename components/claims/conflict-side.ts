import { v7 } from 'uuid'
import { typeOf } from '@/domain/claims/guess'
import type { ClaimType } from '@/domain/claims/words'
import { fieldsFor, type ClaimFields, type Reading } from './claim-fields-of'
import { annotatePassage, type PassageDraft } from './passage-draft'
import { proposeClaim } from './save-claim'

/** A claim that stands on a passage, or on one that overlaps it, with the annotation that carries it there. */
export type StandingClaim = { claimId: string; statement: string; annotationId: string; exactly: boolean }

/** One of the two passages of a conflict, and the claim that it makes: one that stands there, or a new one. */
export type ConflictSide = {
  passage: PassageDraft
  standing: readonly StandingClaim[]
  /** The id of the claim that stands there and is meant; null for a new one. */
  chosen: string | null
  /** The id that a new claim gets; another one for whatever else is said, so that a retry has one effect. */
  newId: string
  statement: string
  type: ClaimType
  rest: { fields: ClaimFields; reading: Reading }
}

type Opposed = { passage: PassageDraft; claims: readonly StandingClaim[] }

/**
 * Both sides as they are at first. Where they are one and the same passage, which conflicts in itself, the second makes a
 * claim that is still to be worded.
 */
export function conflictSides([first, second]: readonly [Opposed, Opposed]): readonly [ConflictSide, ConflictSide] {
  const one = sideOf(first)
  const other = sideOf(second)
  if (!within(first.passage, second.passage)) return [one, other]
  const { annotationId, annotated } = first.passage
  const passage = { ...second.passage, annotationId, annotated }
  return [one, { ...other, passage, chosen: null, statement: '' }]
}

const within = (a: PassageDraft, b: PassageDraft): boolean =>
  a.documentId === b.documentId && a.start === b.start && a.end === b.end

/** The claim that stands on exactly this passage, else a new one in its words. */
function sideOf({ passage, claims }: Opposed): ConflictSide {
  const rest = fieldsFor(passage.exact)
  const { statement, type } = rest.fields
  const chosen = claims.find(({ exactly }) => exactly)?.claimId ?? null
  return { passage, standing: claims, chosen, newId: v7(), statement, type, rest }
}

/** Whether a side says what it claims. */
export const claims = ({ chosen, statement }: ConflictSide): boolean => chosen !== null || statement.trim() !== ''

/** The same side with another claim: an id is never used for two. */
export const changed = (side: ConflictSide, change: Pick<ConflictSide, 'chosen'> | Partial<Claimed>): ConflictSide => {
  const guessed = 'statement' in change && change.statement !== undefined ? { type: typeOf(change.statement) } : {}
  const passage = { ...side.passage, occurrenceId: v7() }
  return { ...side, ...guessed, ...change, passage, newId: v7() }
}
type Claimed = Pick<ConflictSide, 'statement' | 'type'>

/**
 * The side with its claim and the annotation in which that shows, both of which are made where they are not there: it is
 * chosen then, and stays so if the rest fails.
 */
export async function settled(projectId: string, side: ConflictSide, share: boolean): Promise<ConflictSide> {
  const { passage, newId, statement, type, rest } = side
  if (side.chosen !== null) return side
  await annotatePassage(passage)
  const fields = { ...rest.fields, statement, type }
  await proposeClaim(projectId, newId, { fields, reading: rest.reading, passages: [passage], share })
  const made = { claimId: newId, statement, annotationId: passage.annotationId, exactly: true }
  return { ...side, standing: [made, ...side.standing], chosen: newId }
}

/** The claim of a side that is settled. */
export function claimOf({ standing, chosen }: ConflictSide): StandingClaim {
  const found = standing.find(({ claimId }) => claimId === chosen)
  if (!found) throw new TypeError('no claim is chosen')
  return found
}
