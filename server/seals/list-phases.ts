import { z } from 'zod'
import { Id, Moment } from '@/domain/endpoint'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import type { Phase } from '@/domain/seals/phase'
import { cursor, paged } from '../cursor'
import { db, empty, sql } from '../db'
import { findProject } from '../projects/find-project'
import { findPhase } from './find-seal'
import { presentPhase, readPhase, readPhases } from './read-phases'

const place = cursor(z.tuple([Moment, Id]))

/** The independent phases of a project, newest first. */
export async function listPhases(
  actor: Actor,
  projectId: string,
  { cursor: text, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: Phase[]; next: string | null }> {
  authorise(actor, 'project:read', await findProject(projectId), 'project')
  const last = place.read(text)
  const before = last ? sql`AND (s."openedAt", s.id) < (${new Date(last[0])}, ${last[1]}::uuid)` : empty
  const rows = await readPhases(db, actor, sql`s."projectId" = ${projectId}::uuid ${before}`, limit + 1)
  return paged(rows, limit, presentPhase, ({ openedAt, id }) => place.write([openedAt.toISOString(), id]))
}

/** One phase. */
export async function getPhase(actor: Actor, phaseId: string): Promise<Phase> {
  authorise(actor, 'project:read', await findPhase(phaseId), 'phase')
  return readPhase(db, actor, phaseId)
}
