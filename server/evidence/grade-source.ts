import { v7 } from 'uuid'
import type { Source } from '@/domain/evidence/source'
import type { Reliability } from '@/domain/evidence/words'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import type { Tx } from '../db'
import { record, type Happened } from '../events'
import { happenedIn } from '../seals/happened-in'
import { findSource } from './find-source'
import { readSource } from './present-source'
import { sealOfGrades } from './seals'

/**
 * Says how reliable one finds a source, or takes one's grade back. It is held for who judges a claim with evidence of it
 * in a sealed round that is open.
 */
export async function gradeSource(
  actor: Actor,
  sourceId: string,
  { reliability }: { reliability: Reliability | null },
): Promise<Source> {
  return record(actor, async (tx) => {
    const found = await findSource(sourceId, tx)
    authorise(actor, 'evidence:appraise', found, 'source')
    const sealId = await sealOfGrades(actor, tx, sourceId)
    const happened = await insertGrade(actor, tx, found, { reliability, sealId })
    return { answer: await readSource(actor, sourceId, tx), happened }
  })
}

type Graded = { id: string; workspaceId: string; projectId: string }
type Grade = { reliability: Reliability | null; sealId: string | null }

/** Writes a grade, where it says something new: forms send the grade that stands along. */
export async function insertGrade(
  actor: Actor,
  tx: Tx,
  { id: sourceId, workspaceId, projectId }: Graded,
  { reliability, sealId }: Grade,
): Promise<Happened[]> {
  const last = await tx.sourceGrade.findFirst({
    where: { sourceId, raterId: actor.id },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  const hidden = last !== null && last.held && last.sealId !== sealId
  if (!hidden && reliability === (last?.reliability ?? null)) return []
  const held = sealId !== null
  await tx.sourceGrade.create({
    data: { id: v7(), sourceId, raterId: actor.id, workspaceId, reliability, sealId, held },
  })
  const place = { workspaceId, authorId: actor.id, held }
  return [happenedIn({ kind: 'project', id: projectId }, place, 'source.graded', sourceId)]
}
