import type { Claim } from '@/domain/claims/claim'
import { guess } from '@/domain/claims/guess'
import type { ClaimType, Priority, Stance, Voice } from '@/domain/claims/words'

/** What a claim says, as a form has it. */
export type ClaimFields = {
  type: ClaimType
  statement: string
  terms: { term: string; meaning: string }[]
  asOf: string
  claimant: string
  claimedOn: string
  priority: Priority
}

/** How passages stand to a claim, as a form has it. */
export type Reading = { stance: Stance; voice: Voice; attributedTo: string }

/** What a form begins with for a passage: guesses from its words. */
export function fieldsFor(passage: string): { fields: ClaimFields; reading: Reading } {
  const { statement, type, asOf, claimant, voice, attributedTo } = guess(passage)
  return {
    fields: { type, statement, terms: [], asOf, claimant, claimedOn: '', priority: 'normal' },
    reading: { stance: 'asserts', voice, attributedTo },
  }
}

export function fieldsOf({ type, statement, terms, asOf, claimant, claimedOn, priority }: Claim): ClaimFields {
  return { type, statement, terms: terms.map((each) => ({ ...each })), asOf, claimant, claimedOn, priority }
}

/** What is sent: lines of terms in which nothing stands are left out. */
export function contentOf({ terms, ...fields }: ClaimFields): ClaimFields {
  return { ...fields, terms: terms.filter(({ term, meaning }) => term.trim() !== '' || meaning.trim() !== '') }
}
