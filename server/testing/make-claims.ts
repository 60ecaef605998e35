import { v7 } from 'uuid'
import type { ClaimDraft, OccurrenceDraft } from '@/domain/claims/claim'
import type { RelationDraft } from '@/domain/claims/relation'
import type { Actor } from '@/domain/permissions/policy'
import { createClaim } from '../claims/create-claim'
import { createOccurrence } from '../claims/create-occurrence'
import { createRelation } from '../claims/create-relation'
import { writing } from './make-world'

type Where = { projectId: string }

/** A draft of a fact, as the door would parse it. */
export function claimDraft(more: Partial<ClaimDraft> = {}): ClaimDraft {
  const says = { type: 'fact', statement: 'A deal on rare earths was signed.', terms: [], asOf: '', claimant: '', claimedOn: '' } as const // prettier-ignore
  return { id: v7(), ...says, terms: [], priority: 'normal', occurrences: [], ...more }
}

/** A draft that takes an annotation as an occurrence in which its author asserts the claim. */
export function occurrenceDraft(annotationId: string, more: Partial<OccurrenceDraft> = {}): OccurrenceDraft {
  return { id: v7(), annotationId, stance: 'asserts', voice: 'author', attributedTo: '', share: false, ...more }
}

/** A draft of a conflict of two claims. */
export function relationDraft(fromId: string, toId: string, more: Partial<RelationDraft> = {}): RelationDraft {
  const ends = { fromId, toId, fromAnnotationId: null, toAnnotationId: null }
  return { id: v7(), kind: 'conflicts', strength: 'tension', reason: '', ...ends, ...more }
}

/** A claim in these passages, through the service. */
export async function makeClaim(by: Actor, where: Where, annotationIds: string[] = [], more: Partial<ClaimDraft> = {}) {
  const occurrences = annotationIds.map((id) => occurrenceDraft(id))
  return createClaim(writing(by), where.projectId, claimDraft({ occurrences, ...more }))
}

/** A passage as an occurrence of a claim, through the service. */
export async function makeOccurrence(
  by: Actor,
  claim: { id: string },
  annotationId: string,
  more: Partial<OccurrenceDraft> = {},
) {
  return createOccurrence(writing(by), claim.id, occurrenceDraft(annotationId, more))
}

/** A relation of two claims, a conflict unless another kind is given, through the service. */
export async function makeRelation(
  by: Actor,
  from: { id: string; projectId: string },
  to: { id: string },
  more: Partial<RelationDraft> = {},
) {
  return createRelation(writing(by), from.projectId, relationDraft(from.id, to.id, more))
}
