import { FindingContent, type Finding, type FindingDraft } from '@/domain/findings/finding'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { notFound, Refusal } from '@/domain/refusal'
import { authoriseClaim, findClaim } from '../claims/find-claim'
import { moveTo, requireStep } from '../claims/step'
import type { Tx } from '../db'
import { findDocument } from '../documents/find-document'
import { record } from '../events'
import { authoriseFinding, findFinding } from './find-finding'
import { asJson } from './finding-content'
import { toldOfFinding } from './happened'
import { readFinding } from './present'
import { requireFree } from './require-free'

/**
 * Begins the finding about a claim whose verdicts are revealed, or that was cleared or reopened, or about a document.
 * Each has one, which goes through versions; who begins it at the same time as somebody else is led to theirs.
 */
export async function createFinding(actor: Actor, projectId: string, draft: FindingDraft): Promise<Finding> {
  const { id, claimId, documentId } = draft
  return record(actor, async (tx) => {
    const workspaceId = await begin(actor, tx, projectId, draft)
    const who = { authorId: actor.id, updatedById: actor.id }
    const content = asJson(FindingContent.parse({}))
    await tx.finding.create({ data: { id, workspaceId, projectId, claimId, documentId, content, ...who } })
    const found = await findFinding(actor, id, tx)
    authoriseFinding(actor, 'finding:write', found)
    await requireFree(actor, tx, found)
    return { answer: await readFinding(actor, id, tx), happened: toldOfFinding(found, 'finding.drafted') }
  })
}

/** Requires that what the finding is about has none yet and may have one. Answers the workspace. */
function begin(actor: Actor, tx: Tx, projectId: string, { claimId, documentId }: FindingDraft): Promise<string> {
  if (claimId !== null) return beginOnClaim(actor, tx, projectId, claimId)
  if (documentId !== null) return beginOnDocument(actor, tx, projectId, documentId)
  throw new TypeError('a finding is about a claim or a document')
}

/** The claim is locked, and moves on to be found about. */
async function beginOnClaim(actor: Actor, tx: Tx, projectId: string, claimId: string): Promise<string> {
  const claim = await findClaim(claimId, tx)
  authoriseClaim(actor, 'finding:write', claim)
  if (claim.projectId !== projectId) throw notFound('claim')
  await requireFirst(tx, { claimId })
  await moveTo(tx, claimId, { state: requireStep('write a finding', claim), reason: '' })
  return claim.workspaceId
}

async function beginOnDocument(actor: Actor, tx: Tx, projectId: string, documentId: string): Promise<string> {
  const document = await findDocument(documentId, tx)
  authorise(actor, 'finding:write', document, 'document')
  if (document.projectId !== projectId) throw notFound('document')
  await requireFirst(tx, { documentId })
  return document.workspaceId
}

async function requireFirst(tx: Tx, about: { claimId: string } | { documentId: string }): Promise<void> {
  const before = await tx.finding.findFirst({ where: about, select: { id: true } })
  if (before) {
    const details = { findingId: before.id }
    throw new Refusal('conflict', 'A finding about this is there already. You can write on in that one.', details)
  }
}
