import { v7 } from 'uuid'
import type { Claim, ClaimDraft } from '@/domain/claims/claim'
import type { Correction } from '@/domain/findings/correction'
import { FindingContent, type Dissent, type DissentDraft, type Finding } from '@/domain/findings/finding'
import type { Actor } from '@/domain/permissions/policy'
import { proposeCorrection } from '../findings/change-correction'
import { createFinding } from '../findings/create-finding'
import { getFinding } from '../findings/list-findings'
import { publishFinding } from '../findings/publish-finding'
import { signFinding } from '../findings/sign-finding'
import { updateFinding } from '../findings/update-finding'
import { writeDissent } from '../findings/write-dissent'
import { makeClaim } from './make-claims'
import { judge, makeReview } from './make-reviews'
import { says, writing } from './make-world'

type Where = { projectId: string }
type Judgement = Parameters<typeof judge>[2]

/** A claim whose verdicts are revealed, by these reviewers, through the services. */
export async function makeRevealed(
  by: Actor,
  where: Where,
  verdicts: readonly [Actor, Judgement][],
  more: Partial<ClaimDraft> & { annotationIds?: string[] } = {},
): Promise<Claim> {
  const { annotationIds = [], ...draft } = more
  const claim = await makeClaim(by, where, annotationIds, draft)
  const round = await makeReview(by, claim, verdicts.map(([reviewer]) => reviewer)) // prettier-ignore
  for (const [reviewer, verdict] of verdicts) await judge(reviewer, round, verdict)
  return claim
}

/** What a finding says, as the door would parse it: true by consensus, and a summary. */
export function findingSays(more: Partial<FindingContent> = {}): FindingContent {
  return FindingContent.parse({ rating: 'true', basis: 'consensus', summary: says('The annex settles it.'), ...more })
}

/** The finding about a claim or a document, begun through the service. */
export function makeFinding(by: Actor, { projectId }: Where, about: { claimId: string } | { documentId: string }) {
  return createFinding(writing(by), projectId, { id: v7(), claimId: null, documentId: null, ...about })
}

/** Writes the draft of a finding as it stands now anew, through the service. */
export function write(by: Actor, { id, version }: Pick<Finding, 'id' | 'version'>, more: Partial<FindingContent> = {}) {
  return updateFinding(writing(by), id, { version, content: findingSays(more) })
}

/** The finding about a claim with these words, through the services. */
export async function makeWritten(by: Actor, claim: Claim, more: Partial<FindingContent> = {}): Promise<Finding> {
  return write(by, await makeFinding(by, claim, { claimId: claim.id }), more)
}

/** The finding as it stands now, to someone. */
export function findingNow(by: Actor, { id }: Pick<Finding, 'id'>): Promise<Finding> {
  return getFinding(by, id)
}

/** What the author of a document should change at a passage, through the service. */
export function makeCorrection(
  by: Actor,
  { projectId }: Where,
  said: { annotationId: string; problem: string; proposed: string },
): Promise<Correction> {
  return proposeCorrection(writing(by), projectId, { id: v7(), claimId: null, ...said })
}

/** The signature of someone under a finding as it stands now, through the service. */
export async function sign(by: Actor, { id }: Pick<Finding, 'id'>): Promise<Finding> {
  const { version } = await getFinding(by, id)
  return signFinding(writing(by), id, { version })
}

/** A draft of a dissent, as the door would parse it. */
export function dissentDraft(more: Partial<DissentDraft> = {}): DissentDraft {
  return { id: v7(), rating: 'false', likelihood: null, confidence: null, json: says('I read it otherwise.'), ...more }
}

/** A dissent, through the service. */
export function dissent(by: Actor, { id }: Pick<Finding, 'id'>, more: Partial<DissentDraft> = {}): Promise<Dissent> {
  return writeDissent(writing(by), id, dissentDraft(more))
}

type Reasons = { adjudication?: string; overruling?: string; reason?: string }

/** Publishes a finding as it stands now, through the service; with reasons for all that may need one. */
export async function publish(by: Actor, { id }: Pick<Finding, 'id'>, reasons: Reasons = {}): Promise<Finding> {
  const { version } = await getFinding(by, id)
  const given = { adjudication: 'It is urgent.', overruling: 'The annex outweighs it.', reason: 'We know more.' }
  return publishFinding(writing(by), id, { version, ...given, ...reasons })
}
