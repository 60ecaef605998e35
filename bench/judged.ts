import { v7 } from 'uuid'
import { FORMS } from '@/domain/claims/forms'
import type { ClaimType } from '@/domain/claims/words'
import { db } from '@/server/db'
import { actorOf, makeMember } from '@/server/testing/make'
import { makeProject } from '@/server/testing/make-world'
import { seeded, type Random } from './random'

/** Rows per statement: PostgreSQL takes 65,535 values in one. */
const BATCH = 2_000

export const JUDGED = { claims: 1_000, reviewers: 20 } as const

/** Of which type the claims are, in tenths: all levels of measurement occur. */
const TYPES: ClaimType[] = [
  ...(['fact', 'fact', 'fact', 'fact', 'prediction', 'prediction'] as const),
  ...(['quotation', 'quotation', 'cause', 'cause'] as const),
]

/** How many of a hundred reviewers say what most say. */
const LIKE_MOST = 70

/** A project whose claims were all judged by all reviewers in one round that is revealed; the reviewers' ids. */
export async function makeJudged(workspaceId: string): Promise<{ projectId: string; reviewerIds: string[] }> {
  const random = seeded(5)
  const reviewers: { id: string; name: string }[] = []
  for (let index = 1; index <= JUDGED.reviewers; index++)
    reviewers.push(await makeMember(workspaceId, 'analyst', `Reviewer ${index}`))
  const [first] = reviewers
  if (!first) throw new RangeError('no reviewers')
  const { projectId } = await makeProject(workspaceId, await actorOf(first))
  const reviewId = v7()
  await db.review.create({ data: { id: reviewId, workspaceId, projectId, openedById: first.id } })
  const claims = Array.from({ length: JUDGED.claims }, (_, index) => ({
    id: v7(),
    type: TYPES[index % TYPES.length] ?? 'fact',
  }))
  const said = claims.map(({ id, type }, index) => ({ id, type, statement: `Claim ${index + 1} is so.` }))
  const where = { workspaceId, authorId: first.id }
  await inBatches(
    said.map((each) => ({ ...each, ...where, projectId, state: 'revealed' as const })),
    (data) => db.claim.createMany({ data }),
  )
  const versions = said.map(({ id: claimId, ...each }) => ({ ...each, ...where, claimId, id: v7(), number: 1 }))
  await inBatches(versions, (data) => db.claimVersion.createMany({ data }))
  const rounds = versions.map(({ id: claimVersionId, claimId, type }) => ({
    ...{
      id: v7(),
      workspaceId,
      projectId,
      reviewId,
      claimId,
      claimVersionId,
      number: 1,
      form: { ...FORMS[type] } as object,
    },
    ...{ state: 'revealed' as const, quorum: 1, openedById: first.id },
  }))
  await inBatches(rounds, (data) => db.round.createMany({ data }))
  const verdicts = versions.flatMap(({ claimId, type }, index) =>
    judgements(random, type).map((judged, reviewer) => {
      const [roundId, authorId] = [rounds[index]?.id ?? '', reviewers[reviewer]?.id ?? '']
      return { id: v7(), workspaceId, roundId, claimId, authorId, kind: 'judged' as const, ...judged }
    }),
  )
  await inBatches(verdicts, (data) => db.verdict.createMany({ data }))
  return { projectId, reviewerIds: reviewers.map(({ id }) => id) }
}

/** What each reviewer says of one claim: most the same, others anything. */
function judgements(random: Random, type: ClaimType): { rating: string | null; likelihood: number | null }[] {
  const { ratings, likelihood } = FORMS[type]
  const [most, percent] = [random.below(ratings.length || 1), 1 + random.below(99)]
  return Array.from({ length: JUDGED.reviewers }, () => {
    const like = random.below(100) < LIKE_MOST
    const rating = ratings[like ? most : random.below(ratings.length || 1)]?.key ?? null
    const near = Math.min(99, Math.max(1, percent + random.below(21) - 10))
    return { rating, likelihood: likelihood === 'none' ? null : like ? near : 1 + random.below(99) }
  })
}

async function inBatches<R>(rows: R[], write: (rows: R[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) await write(rows.slice(from, from + BATCH))
}
