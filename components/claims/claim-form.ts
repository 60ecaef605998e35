import type { SimilarClaim } from '@/domain/claims/claim'
import { typeOf } from '@/domain/claims/guess'
import { fieldsFor, type ClaimFields, type ClaimOrigin, type Reading } from './claim-fields-of'
import type { PassageDraft } from './passage-draft'

/** A claim that is being proposed, as it is kept in this browser. */
export type ClaimForm = {
  passages: readonly PassageDraft[]
  fields: ClaimFields
  reading: Reading
  /** Whether someone has chosen the type; until then it follows the statement. */
  typed: boolean
  /** Consent to show private passages to the team. */
  share: boolean
  /** The claim that the passages are to be occurrences of, in place of a new one. */
  into: SimilarClaim | null
  /** Whether someone has changed anything: what was only guessed need not be kept. */
  touched: boolean
}

/** The form as it is at first: guessed from the first passage, and from where its document comes from. */
export function beginClaim(passages: readonly PassageDraft[], origin?: ClaimOrigin): ClaimForm {
  const guessed = fieldsFor(passages[0]?.exact ?? '', origin)
  return { passages, ...guessed, typed: false, share: false, into: null, touched: false }
}

/** Changes what the claim says. */
export function withFields(form: ClaimForm, change: Partial<ClaimFields>): ClaimForm {
  const typed = form.typed || change.type !== undefined
  const { statement } = change
  const type = typed || statement === undefined ? {} : { type: typeOf(statement) }
  return { ...form, fields: { ...form.fields, ...type, ...change }, typed, touched: true }
}

/** Whether a passage is its author's alone yet, and they have not agreed to show it. */
export const lacksConsent = ({ passages, share }: ClaimForm): boolean =>
  !share && passages.some((passage) => passage.private)
