import type { Agreement, AgreementFigure } from '../../findings/disagreement'
import type { Person } from '../../people/person'
import { ratingOf, type VerdictForm } from '../forms'
import { bandOf, LIKELIHOOD_BANDS } from '../likelihood'
import { CLAIM_TYPES, keysOf, type ClaimType } from '../words'
import { agreement } from './agreement'
import { cohenKappa, fleissKappa, type Kappa } from './kappa'
import { pairwiseAgreement } from './pairwise'
import { figureOf } from './say'
import type { Ratings } from './tally'

/** What one person judged of a claim: who, the key of their rating, their likelihood in percent. */
export type Said = readonly [by: string, rating: string | null, likelihood: number | null]

/** A claim with what its reviewers said of one wording: in its first round, and the last word of each. */
export type JudgedClaim = {
  claimId: string
  statement: string
  type: ClaimType
  form: VerdictForm
  /** Whether there was a further round, so that the last word may differ from the first. */
  again: boolean
  first: readonly Said[]
  last: readonly Said[]
}
export type Judged = { people: readonly Person[]; claims: readonly JudgedClaim[] }

export type When = AgreementFigure['when']

/** Claims that can be compared with each other, and their ratings: a row for each claim, a column for each person. */
export type Comparable = {
  name: string
  level: 'nominal' | 'ordinal' | 'interval'
  when: When
  claims: readonly JudgedClaim[]
  ratings: Ratings
}

/**
 * How far people agree about claims. Figures are made for what can be compared: ratings of one type of claim, and
 * likelihoods; of first words always, of last words where there was a further round. Each two people are compared by
 * their first words, which they gave without each other.
 */
export function agreementOfClaims(judged: Judged): Agreement {
  const figures = comparable(judged).map(({ name, level, when, claims, ratings }): AgreementFigure => {
    const found = agreement(ratings, level, { seed: seedOf(claims) })
    const causes = found.contributions.map((contribution, row) => ({
      ...{ claimId: claims[row]?.claimId ?? null, says: claims[row]?.statement ?? '' },
      ...{ documentId: null, start: null, end: null, contribution: contribution ?? 0 },
    }))
    return figureOf({ name, level, when }, found, causes)
  })
  return { figures, people: [...judged.people], pairs: pairs(judged) }
}

/** Cohen's kappa of two people, or Fleiss' of all: of the ratings of one type of claim. */
export type NamedKappa = Omit<Kappa, 'value'> & {
  name: string
  when: When
  kappa: 'Cohen' | 'Fleiss'
  people: string[]
  value: number | null
}

/** The kappas of ratings, for those who know them; alpha takes what is missing, and these don't. */
export function kappasOfClaims(judged: Judged): NamedKappa[] {
  const { people } = judged
  return comparable(judged)
    .filter(({ level }) => level !== 'interval')
    .flatMap(({ name, when, ratings }) => {
      const ofPairs = eachTwo(people.length).flatMap(([a, b]): NamedKappa[] => {
        const kappa = cohenKappa(ratings, [a, b])
        const two = [people[a]?.name ?? '', people[b]?.name ?? '']
        return kappa.units === 0 ? [] : [{ name, when, kappa: 'Cohen', people: two, ...kappa }]
      })
      return [{ name, when, kappa: 'Fleiss' as const, people: [], ...fleissKappa(ratings) }, ...ofPairs]
    })
}

/** What can be compared, in the order of the types of claims, first words before last; likelihoods come at the end. */
export function comparable({ people, claims }: Judged): Comparable[] {
  const column = new Map(people.map(({ id }, index) => [id, index]))
  const table = (
    rows: readonly JudgedClaim[],
    when: When,
    valueOf: (claim: JudgedClaim, said: Said) => number | null,
  ) =>
    rows.map((claim) => {
      const row = Array.from<number | null>({ length: people.length }).fill(null)
      for (const said of claim[when]) row[column.get(said[0]) ?? row.length] = valueOf(claim, said)
      return row
    })
  const both = (
    of: Pick<Comparable, 'name' | 'level' | 'claims'>,
    valueOf: (claim: JudgedClaim, said: Said) => number | null,
  ): Comparable[] =>
    (['first', 'last'] as const)
      .filter((when) => when === 'first' || of.claims.some(({ again }) => again))
      .map((when) => ({ ...of, when, ratings: table(of.claims, when, valueOf) }))

  const ofTypes = keysOf(CLAIM_TYPES).flatMap((type) => {
    const same = claims.filter((claim) => claim.type === type && claim.form.level !== null)
    const [{ form } = { form: null }] = same
    if (!form?.level) return []
    return both(
      { name: `${CLAIM_TYPES[type].name}: ${form.asks.toLowerCase()}`, level: form.level, claims: same },
      codeOf,
    )
  })
  const likely = claims.filter(({ first, last }) => [...first, ...last].some(([, , likelihood]) => likelihood !== null))
  if (likely.length === 0) return ofTypes
  return [...ofTypes, ...both({ name: 'Likelihood', level: 'interval', claims: likely }, (_, [, , percent]) => percent)]
}

/** A rating as a number: its place on an ordered scale, where those that stand apart are missing; else just a code. */
function codeOf({ form }: JudgedClaim, [, key]: Said): number | null {
  if (form.level === 'ordinal') return ratingOf(form, key)?.value ?? null
  const code = form.ratings.findIndex((rating) => rating.key === key)
  return code < 0 ? null : code
}

/** What someone answered, as a code: the rating; where the form has none, the words of their likelihood. */
function answerOf(claim: JudgedClaim, [, key, likelihood]: Said): number | null {
  const code = claim.form.ratings.findIndex((rating) => rating.key === key)
  if (code >= 0) return code
  return likelihood === null ? null : LIKELIHOOD_BANDS.findIndex((band) => band === bandOf(likelihood))
}

function pairs({ people, claims }: Judged): Agreement['pairs'] {
  const ratings = claims.map((claim) => {
    const answers = new Map(claim.first.map((said) => [said[0], answerOf(claim, said)]))
    return people.map(({ id }) => answers.get(id) ?? null)
  })
  return pairwiseAgreement(ratings)
    .filter(({ units }) => units > 0)
    .map(({ coders: [a, b], units, value }) => {
      return { a: people[a]?.id ?? '', b: people[b]?.id ?? '', claims: units, agree: value }
    })
}

function eachTwo(count: number): [number, number][] {
  return Array.from({ length: count }, (_, a) =>
    Array.from({ length: count - a - 1 }, (_, next): [number, number] => [a, a + 1 + next]),
  ).flat()
}

/**
 * The seed of what is drawn from these claims: the same for the same ones, so that who asks twice gets the same interval,
 * and first and last words are drawn alike. It is the FNV-1a hash of their ids (Fowler, Noll & Vo 1991), whose numbers these are.
 */
function seedOf(claims: readonly JudgedClaim[]): number {
  let hash = 0x811c9dc5
  for (const { claimId } of claims)
    for (let at = 0; at < claimId.length; at++) hash = Math.imul(hash ^ claimId.charCodeAt(at), 0x01000193)
  return hash
}
