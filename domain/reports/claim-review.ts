import type { Claim } from '../claims/claim'
import { ratingOf, type VerdictForm } from '../claims/forms'
import type { Dissent, Finding, FindingVersion } from '../findings/finding'
import { dissentsBeside, isClaimReview } from './finding'

/** What a claim is reviewed from: its published finding, and what is said about it elsewhere. */
export type Reviewed = {
  finding: Pick<Finding, 'state' | 'published' | 'dissents'>
  address: string
  workspace: { name: string; address: string }
  claim: Pick<Claim, 'claimant' | 'claimedOn'>
  /** In which documents it is made, the first one first. */
  appearances: readonly { title: string; address: string }[]
  /** The words of the finding and of each dissent, by the dissent's id, as plain text. */
  words: { summary: string; dissents: ReadonlyMap<string, string> }
}

type Json = { [key: string]: Json | Json[] | string | number }

/**
 * A published finding as a ClaimReview in the terms of schema.org, as JSON-LD; null for what is none: not published,
 * retracted, not rated, or of a claim whose ratings say nothing about truth. Dissents go with it, each as a ClaimReview of
 * its own by a person (`associatedClaimReview`).
 */
export function claimReview(reviewed: Reviewed): Json | null {
  const { finding, address, workspace, claim, appearances, words } = reviewed
  const { published } = finding
  const form = published?.grounds.form
  if (!published || !form || !isClaimReview(published, finding.state === 'retracted' || published.retracts)) return null
  const about = {
    claimReviewed: published.grounds.statement,
    url: address,
    itemReviewed: itemReviewed(published, claim, appearances),
  }
  const dissents = dissentsBeside(finding).map((dissent) => ofDissent(about, form, dissent, words.dissents))
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    ...about,
    datePublished: dayOf(published.publishedAt),
    author: { '@type': 'Organization', name: workspace.name, url: workspace.address },
    ...given('reviewRating', ratingIn(form, published.content.rating)),
    ...given('reviewBody', words.summary),
    ...(dissents.length > 0 && { associatedClaimReview: dissents }),
  }
}

function ofDissent(
  about: Json,
  form: Pick<VerdictForm, 'ratings'>,
  dissent: Dissent,
  words: ReadonlyMap<string, string>,
): Json {
  return {
    '@type': 'ClaimReview',
    ...about,
    datePublished: dayOf(dissent.updatedAt),
    author: { '@type': 'Person', name: dissent.author.name },
    ...given('reviewRating', ratingIn(form, dissent.rating)),
    ...given('reviewBody', words.get(dissent.id) ?? ''),
  }
}

function itemReviewed(
  { grounds }: FindingVersion,
  { claimant, claimedOn }: Reviewed['claim'],
  appearances: Reviewed['appearances'],
): Json {
  const works = appearances.map(({ title, address }) => ({ '@type': 'CreativeWork', name: title, url: address }))
  const [first] = works
  return {
    '@type': 'Claim',
    name: grounds.statement,
    // Whether a person or an organisation made it, nobody said: the author has no type.
    ...(claimant !== '' && { author: { name: claimant } }),
    ...given('datePublished', claimedOn),
    ...(works.length > 0 && { appearance: works }),
    ...(first && { firstAppearance: first }),
  }
}

/**
 * A rating with its place on the scale, from 1 for the worst; one that stands apart, such as “Unverifiable”, has a name
 * and no place.
 */
function ratingIn({ ratings }: Pick<VerdictForm, 'ratings'>, key: string | null): Json | null {
  const rating = ratingOf({ ratings }, key)
  if (!rating) return null
  const best = ratings.filter(({ value }) => value !== null).length
  const place = rating.value === null ? {} : { ratingValue: rating.value + 1, bestRating: best, worstRating: 1 }
  return { '@type': 'Rating', alternateName: rating.name, ...place }
}

const given = (name: string, value: Json | string | null): Json =>
  value === null || value === '' ? {} : { [name]: value }

/** The day of a moment, in UTC. */
const dayOf = (moment: string): string => moment.slice(0, 10)
