import { v7 } from 'uuid'
import type { ClaimContent, OccurrenceDraft } from '@/domain/claims/claim'
import type { Priority } from '@/domain/claims/words'
import type { Tx } from '../db'

/** A claim that comes to be; what it says is apart. Where there is a seal, it is held under it. */
export type NewClaim = {
  id: string
  workspaceId: string
  projectId: string
  authorId: string
  priority: Priority
  sealId: string | null
  splitFromId?: string
}

/** Writes a claim and the first version of what it says. */
export async function insertClaim(tx: Tx, claim: NewClaim, content: ClaimContent): Promise<void> {
  await tx.claim.create({ data: { ...claim, ...content, held: claim.sealId !== null } })
  const { id: claimId, workspaceId, authorId } = claim
  await insertVersion(tx, { workspaceId, claimId, number: 1, authorId, ...content })
}

/** Keeps what a claim says from now on. It is never changed. */
export async function insertVersion(
  tx: Tx,
  version: ClaimContent & { workspaceId: string; claimId: string; number: number; authorId: string },
): Promise<void> {
  await tx.claimVersion.create({ data: { id: v7(), ...version } })
}

type Under = { workspaceId: string; claimId: string; authorId: string; sealId: string | null }

/** Takes passages as occurrences of a claim. */
export async function insertOccurrences(tx: Tx, drafts: readonly OccurrenceDraft[], under: Under): Promise<void> {
  const data = drafts.map(({ id, annotationId, stance, voice, attributedTo }) => ({
    ...{ id, annotationId, stance, voice, attributedTo, ...under },
    held: under.sealId !== null,
  }))
  await tx.occurrence.createMany({ data })
}
