import { v7 } from 'uuid'
import { CLAIM_STATES, stepOf } from '@/domain/claims/states'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { notFound, Refusal } from '@/domain/refusal'
import type { ReviewDraft, Round } from '@/domain/reviews/round'
import { authoriseClaim, findClaims, type ClaimFacts } from '../claims/find-claim'
import { reopenFirst } from '../claims/step'
import { sql, type Tx } from '../db'
import { record } from '../events'
import { findProject } from '../projects/find-project'
import { requireJudges } from './ask-reviewers'
import { toldOfRound } from './happened'
import { insertRound } from './insert-round'
import { presentRound, readRounds } from './present'

/**
 * Opens a review: a sealed round for each of these claims, or for none, where one of them can't be reviewed; the refusal
 * names it. The opener may be a reviewer too, and then learns no more than the others.
 */
export async function openReview(
  actor: Actor,
  projectId: string,
  draft: ReviewDraft,
): Promise<{ items: Round[]; next: null }> {
  const { id: reviewId, claimIds, ...asked } = draft
  return record(actor, async (tx) => {
    const project = await findProject(projectId, tx)
    authorise(actor, 'review:open', project, 'project')
    const { workspaceId } = project
    await requireJudges(tx, workspaceId, draft.reviewerIds, 'reviewerIds')
    const claims = await findReviewable(actor, tx, projectId, claimIds)
    await tx.review.create({ data: { id: reviewId, workspaceId, projectId, openedById: actor.id } })
    const opened = claims.map((claim) => ({ claim, id: v7() }))
    for (const { claim, id } of opened) {
      await insertRound(tx, claim, { ...asked, id, reviewId, openedById: actor.id, sealed: true })
    }
    const rows = sql`SELECT * FROM "Round" WHERE "reviewId" = ${reviewId}::uuid`
    const rounds = await readRounds(actor, rows, sql`array_position(${claimIds}::uuid[], n."claimId")`, tx)
    return {
      answer: { items: rounds.map((row) => presentRound(actor, row)), next: null },
      happened: opened.flatMap(({ claim, id }) => toldOfRound({ ...claim, claimId: claim.id }, 'review.opened', id)),
    }
  })
}

/** The claims, locked, in the order in which they are named. */
async function findReviewable(
  actor: Actor,
  tx: Tx,
  projectId: string,
  claimIds: readonly string[],
): Promise<ClaimFacts[]> {
  const found = await findClaims(claimIds, tx)
  const claims = claimIds.map((id) => {
    const claim = found.get(id)
    authoriseClaim(actor, 'review:open', claim)
    if (claim.projectId !== projectId) throw notFound('claim')
    return claim
  })
  const unfit = claims.find((claim) => whyNot(claim) !== null)
  if (unfit) throw await refusal(tx, unfit)
  return claims
}

/** Why a claim can't be reviewed, as what is said after its words; null where it can be. */
function whyNot({ held, state }: ClaimFacts): string | null {
  if (held) return 'is held until the reveal, so nobody else could judge it.'
  if (stepOf('review', state)) return null
  if (state === 'reviewing') return 'is in review already.'
  if (stepOf('review again', state)) return 'was reviewed already. Open a further round on it.'
  return `stands as “${CLAIM_STATES[state].name}”, from where it is not reviewed.${reopenFirst(state)}`
}

/** So much of a statement tells which claim is meant. */
const QUOTED = 80

async function refusal(tx: Tx, claim: ClaimFacts): Promise<Refusal> {
  const { statement } = await tx.claim.findUniqueOrThrow({ where: { id: claim.id }, select: { statement: true } })
  const words = statement.length > QUOTED ? `${[...statement].slice(0, QUOTED).join('').trimEnd()}…` : statement
  return new Refusal('conflict', `“${words}” ${whyNot(claim)}`, { claimId: claim.id })
}
