import { call } from '@/client/call'
import { contentOf, type ClaimFields, type Reading } from './claim-fields-of'
import type { ClaimForm } from './claim-form'
import { annotatePassage, type PassageDraft } from './passage-draft'

/**
 * Saves what a form says, as a new claim with the id `key`, or as occurrences of another claim; answers the id of the
 * claim. Every step takes a retry: nothing is made twice.
 */
export async function saveClaim(projectId: string, key: string, form: ClaimForm): Promise<string> {
  const { passages, fields, reading, into, share } = form
  for (const passage of passages) await annotatePassage(passage)
  if (!into) return proposeClaim(projectId, key, { fields, reading, passages, share })
  for (const passage of passages) {
    await call(
      'POST /claims/{claimId}/occurrences',
      { params: { claimId: into.id }, body: occurrenceOf(passage, reading, share) },
      { idempotencyKey: passage.occurrenceId },
    )
  }
  return into.id
}

type Proposed = { fields: ClaimFields; reading: Reading; passages: readonly PassageDraft[]; share: boolean }

/** Proposes a claim with this id; the annotations of its passages are there. */
export async function proposeClaim(projectId: string, id: string, proposed: Proposed): Promise<string> {
  const { fields, reading, passages, share } = proposed
  const occurrences = passages.map((passage) => occurrenceOf(passage, reading, share))
  await call(
    'POST /projects/{projectId}/claims',
    { params: { projectId }, body: { id, ...contentOf(fields), occurrences } },
    { idempotencyKey: id },
  )
  return id
}

const occurrenceOf = (passage: PassageDraft, { stance, voice, attributedTo }: Reading, share: boolean) => ({
  id: passage.occurrenceId,
  annotationId: passage.annotationId,
  stance,
  voice,
  attributedTo: voice === 'attributed' ? attributedTo : '',
  share: share && passage.private,
})
