import { plainText } from '@/content/plain'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { claimReview } from '@/domain/reports/claim-review'
import { dissentsBeside } from '@/domain/reports/finding'
import { anyMember } from '../any-member'
import { passageColumn } from '../claims/list-occurrences'
import { seenOccurrences } from '../claims/seen'
import { config } from '../config'
import { db, sql } from '../db'
import { authoriseFinding, findFinding } from '../findings/find-finding'
import { readFinding } from '../findings/present'
import type { Passage } from '@/domain/claims/claim'
import { addressOf } from './addresses'

/**
 * A published finding as ClaimReview, in JSON-LD. It is to leave the house, so it tells nothing that not every member may
 * read. Refuses as not found what can't be one.
 */
export async function getClaimReview(actor: Actor, findingId: string): Promise<string> {
  authoriseFinding(actor, 'finding:read', await findFinding(actor, findingId))
  const finding = await readFinding(actor, findingId)
  const reader = anyMember(finding.workspaceId)
  const review =
    finding.claim &&
    finding.published &&
    claimReview({
      finding,
      address: addressOf.finding(findingId),
      ...(await about(reader, finding.claim.id, finding.workspaceId)),
      words: {
        summary: finding.published.content.summary ? plainText(finding.published.content.summary) : '',
        dissents: new Map(dissentsBeside(finding).map(({ id, json }) => [id, plainText(json)])),
      },
    })
  // It is meant to stand in a script of a page, which nothing in it may end.
  if (review) return `${JSON.stringify(review, null, 2).replaceAll('<', '\\u003c')}\n`
  throw new Refusal(
    'not-found',
    'This finding is no ClaimReview: only the published finding of a claim that can be rated is one, as long as it stands.',
  )
}

/** Who made the claim and where, and who reviews it. */
async function about(reader: Actor, claimId: string, workspaceId: string) {
  const [workspace, claim, rows] = await Promise.all([
    db.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { name: true } }),
    db.claim.findUniqueOrThrow({ where: { id: claimId }, select: { claimant: true, claimedOn: true } }),
    db.$queryRaw<{ passage: Passage }[]>(sql`
      SELECT ${passageColumn} AS passage FROM ${seenOccurrences(reader)}
      WHERE o."claimId" = ${claimId}::uuid AND o.stance <> 'denies' ORDER BY d."createdAt", d.id, a.start, o.id`),
  ])
  const appearances = rows.map(({ passage }) => ({ title: passage.documentTitle, address: addressOf.passage(passage) }))
  return { workspace: { ...workspace, address: config.publicOrigin }, claim, appearances }
}
