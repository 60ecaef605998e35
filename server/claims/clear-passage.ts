import { clears, under } from '@/domain/claims/cover'
import type { ClearedDraft } from '@/domain/claims/coverage'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { notFound, Refusal } from '@/domain/refusal'
import { passageOf } from '../annotations/create-annotation'
import { sql, type Tx } from '../db'
import { findDocument } from '../documents/find-document'
import { findVersion } from '../documents/find-version'
import { record } from '../events'
import { findPhases } from '../seals/find-seal'
import { happenedIn } from '../seals/happened-in'
import { refuseInPhase } from '../seals/seal-for'
import { findSentences } from './find-sentences'

/**
 * Says that there is nothing to check in a passage of a document, which must have most of a sentence. It is held while a
 * phase is open on the document. Refuses with `conflict` when the words are not at the offsets, as for an annotation.
 */
export async function clearPassage(actor: Actor, documentId: string, draft: ClearedDraft): Promise<{ done: true }> {
  authorise(actor, 'passage:clear', await findDocument(documentId), 'document')
  const version = await findVersion(draft.versionId)
  if (version?.documentId !== documentId) throw notFound('document')
  passageOf(draft, version.text)
  const sentences = under(await findSentences(version), draft)
  if (!sentences.some((sentence) => clears(draft, sentence))) {
    throw new Refusal('invalid', 'This is less than half of a sentence. Please mark more of it, or all.')
  }
  return record(actor, async (tx) => {
    const sealId = (await findPhases([documentId], tx)).get(documentId) ?? null
    const document = await findDocument(documentId, tx)
    authorise(actor, 'passage:clear', document, 'document')
    const { id, versionId, start, end } = draft
    const made = { workspaceId: document.workspaceId, authorId: actor.id, held: sealId !== null }
    await tx.clearedSpan.create({ data: { id, documentId, versionId, start, end, sealId, ...made } })
    return {
      answer: { done: true },
      happened: happenedIn({ kind: 'document', id: documentId }, made, 'passage.cleared', id),
    }
  })
}

/** Takes back that there is nothing to check in a passage. */
export async function unclearPassage(actor: Actor, clearedId: string): Promise<{ done: true }> {
  return record(actor, async (tx) => {
    const found = await findCleared(tx, clearedId)
    authorise(actor, 'passage:unclear', found, 'passage')
    refuseInPhase({ phaseId: found.phaseId, private: false, held: found.held })
    await tx.clearedSpan.update({ where: { id: clearedId }, data: { removedAt: new Date() } })
    const stream = { kind: 'document', id: found.documentId } as const
    return { answer: { done: true }, happened: happenedIn(stream, found, 'passage.uncleared', clearedId) }
  })
}

type ClearedFacts = {
  workspaceId: string
  documentId: string
  authorId: string
  held: boolean
  /** Of the document, as is the phase that is open on it, if one is. */
  trashed: boolean
  phaseId: string | null
}

async function findCleared(tx: Tx, clearedId: string): Promise<ClearedFacts | null> {
  const [row] = await tx.$queryRaw<ClearedFacts[]>(sql`
    SELECT s."workspaceId", s."documentId", s."authorId", s.held, d."trashedAt" IS NOT NULL AS trashed,
      (SELECT p."sealId" FROM "PhaseDocument" p WHERE p."documentId" = d.id AND p.open) AS "phaseId"
    FROM "ClearedSpan" s JOIN "Document" d ON d.id = s."documentId"
    WHERE s.id = ${clearedId}::uuid AND s."removedAt" IS NULL FOR NO KEY UPDATE OF s`)
  return row ?? null
}
