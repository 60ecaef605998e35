import { v7 } from 'uuid'
import { FORMS, type VerdictForm } from '@/domain/claims/forms'
import type { Prisma } from '@/prisma/client/client'
import type { ClaimFacts } from '../claims/find-claim'
import { moveTo } from '../claims/step'
import type { Tx } from '../db'
import { askReviewers } from './ask-reviewers'

/** A round to be opened on a claim that is locked and may be judged. */
export type Opening = {
  id: string
  reviewId: string
  openedById: string
  reviewerIds: readonly string[]
  quorum: number
  dueAt: string | null
  sealed: boolean
  objection?: string
}

/** Opens a round: it pins what the claim says now and the form for that, and the claim is under review from here on. */
export async function insertRound(tx: Tx, claim: ClaimFacts, opening: Opening): Promise<void> {
  const { reviewerIds, sealed, ...asked } = opening
  const { id: claimId, workspaceId, projectId } = claim
  const version = await tx.claimVersion.findUniqueOrThrow({
    where: { claimId_number: { claimId, number: claim.number } },
    select: { id: true, type: true },
  })
  const before = await tx.round.aggregate({ where: { claimId }, _max: { number: true } })
  const sealId = sealed ? await insertSeal(tx, claim, opening.openedById) : null
  const pinned = { claimVersionId: version.id, form: kept(FORMS[version.type]) }
  const number = (before._max.number ?? 0) + 1
  await tx.round.create({ data: { ...asked, ...pinned, workspaceId, projectId, claimId, number, sealId } })
  await askReviewers(tx, { id: opening.id, workspaceId, claimId }, reviewerIds)
  await moveTo(tx, claimId, { state: 'reviewing', reason: '' })
}

async function insertSeal(tx: Tx, { workspaceId, projectId }: ClaimFacts, openedById: string): Promise<string> {
  const id = v7()
  await tx.seal.create({ data: { id, workspaceId, projectId, kind: 'round', openedById } })
  return id
}

const kept = (form: VerdictForm) => form as unknown as Prisma.InputJsonObject
