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

/** What a claim can take; a byline may be longer. */
const LONGEST_CLAIMANT = 200

/** Whose words a document has, and of which day, as far as that is known. */
export type ClaimOrigin = { author: string; source: string; publishedOn: string }

const UNKNOWN: ClaimOrigin = { author: '', source: '', publishedOn: '' }

/** What a form begins with for a passage: guesses from its words, and where they are the document's own, from its origin. */
export function fieldsFor(passage: string, origin: ClaimOrigin = UNKNOWN): { fields: ClaimFields; reading: Reading } {
  const { statement, type, asOf, claimant, voice, attributedTo } = guess(passage)
  const own = voice === 'author'
  const by = claimant || (own ? (origin.author || origin.source).slice(0, LONGEST_CLAIMANT) : '')
  const said = { claimant: by, claimedOn: own ? origin.publishedOn : '' }
  return {
    fields: { type, statement, terms: [], asOf, ...said, priority: 'normal' },
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
