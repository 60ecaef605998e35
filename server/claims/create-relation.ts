import type { Relation, RelationDraft } from '@/domain/claims/relation'
import { RELATIONS } from '@/domain/claims/words'
import type { Actor } from '@/domain/permissions/policy'
import { notFound, Refusal } from '@/domain/refusal'
import { sql, type Tx } from '../db'
import { record } from '../events'
import { happenedIn } from '../seals/happened-in'
import { visibleTo } from '../visible-to'
import { authoriseClaim, findClaims, type ClaimFacts } from './find-claim'
import { oneSeal, phasesAround } from './phases-around'
import { readRelation } from './present-relation'
import { refusePinned, touchClaims } from './step'
import { findPassage } from './take-passages'

/**
 * Relates two claims of a project, in passages where that shows. It is held where a claim is, or where a phase is open on
 * the document of a passage that it names. A conflict is open at first.
 */
export async function createRelation(actor: Actor, projectId: string, draft: RelationDraft): Promise<Relation> {
  const { id, kind, fromId, toId, fromAnnotationId, toAnnotationId } = draft
  const annotationIds = [fromAnnotationId, toAnnotationId].filter((each) => each !== null)
  return record(actor, async (tx) => {
    const phases = await phasesAround(tx, { annotationIds, claimIds: [fromId, toId] })
    const ends = await findEnds(actor, tx, projectId, [fromId, toId])
    refusePinned(...ends)
    await requireNewRelation(actor, tx, draft)
    const seals: (string | null | undefined)[] = ends.map(({ held, sealId }) => (held ? sealId : null))
    for (const annotationId of annotationIds.toSorted()) {
      seals.push(phases.get((await findPassage(actor, tx, projectId, annotationId)).documentId))
    }
    const sealId = oneSeal(seals)
    const made = { workspaceId: ends[0].workspaceId, authorId: actor.id, held: sealId !== null }
    const disposition = kind === 'conflicts' ? 'open' : null
    await tx.claimRelation.create({ data: { ...draft, ...made, projectId, sealId, disposition } })
    if (!made.held) await touchClaims(tx, [fromId, toId])
    return {
      answer: await readRelation(actor, id, tx),
      happened: happenedIn({ kind: 'project', id: projectId }, made, 'relation.added', id),
    }
  })
}

async function findEnds(
  actor: Actor,
  tx: Tx,
  projectId: string,
  [fromId, toId]: [string, string],
): Promise<[ClaimFacts, ClaimFacts]> {
  const claims = await findClaims([fromId, toId], tx)
  const [from, to] = [claims.get(fromId), claims.get(toId)]
  authoriseClaim(actor, 'relation:create', from)
  authoriseClaim(actor, 'relation:create', to)
  if (from.projectId !== projectId || to.projectId !== projectId) throw notFound('claim')
  return [from, to]
}

/** What reads the same both ways is there already if it is there the other way round. */
export async function requireNewRelation(
  actor: Actor,
  tx: Tx,
  { kind, fromId, toId }: Pick<RelationDraft, 'kind' | 'fromId' | 'toId'>,
): Promise<void> {
  const [there] = await tx.$queryRaw<{ id: string }[]>(sql`
    SELECT r.id FROM "ClaimRelation" r
    WHERE r."removedAt" IS NULL AND r.kind = ${kind}::"RelationKind" AND ${visibleTo.claim(actor, 'r')}
      AND (r."fromId" = ${fromId}::uuid AND r."toId" = ${toId}::uuid
        OR ${RELATIONS[kind].mutual} AND r."fromId" = ${toId}::uuid AND r."toId" = ${fromId}::uuid) LIMIT 1`)
  if (there) throw new Refusal('conflict', 'These claims are related so already.', { relationId: there.id })
}
