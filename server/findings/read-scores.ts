import { brierByPerson, brierOfTeam, type Forecast, type Settled } from '@/domain/claims/brier'
import type { Scores } from '@/domain/findings/correction'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { db } from '../db'
import { findProject } from '../projects/find-project'
import { counted } from './counted'

/** How well the predictions of a project were forecast: by the actor, which is told to them alone, and by the team. */
export async function readScores(actor: Actor, projectId: string): Promise<Scores> {
  authorise(actor, 'project:read', await findProject(projectId), 'project')
  const settled = await readSettled(projectId)
  const mine = brierByPerson(settled).find(({ by }) => by === actor.id)
  return { mine: mine ? { score: mine.score, predictions: mine.predictions } : null, team: brierOfTeam(settled) }
}

type Row = Forecast & { claimId: string; happened: boolean }

/**
 * The predictions that came true or did not, with what was forecast in revealed rounds: of the words as they stand, and
 * before the outcome was known here.
 */
async function readSettled(projectId: string): Promise<Settled[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT v."claimId", o.happened, v."authorId" AS by, array_agg(v.likelihood ORDER BY n.number) AS likelihoods
    FROM ${counted} JOIN "Outcome" o ON o."claimId" = vc.id AND o.happened IS NOT NULL
    WHERE vc."projectId" = ${projectId}::uuid AND vc.type = 'prediction' AND vc."deletedAt" IS NULL AND NOT vc.held
      AND v.kind = 'judged' AND v.likelihood IS NOT NULL AND v."createdAt" < o."recordedAt"
    GROUP BY v."claimId", o.happened, v."authorId" ORDER BY v."claimId", v."authorId"`
  const settled = new Map<string, { occurred: boolean; forecasts: Forecast[] }>()
  for (const { claimId, happened, ...forecast } of rows) {
    const prediction = settled.get(claimId) ?? { occurred: happened, forecasts: [] }
    prediction.forecasts.push(forecast)
    settled.set(claimId, prediction)
  }
  return [...settled.values()]
}
