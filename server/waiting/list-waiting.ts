import { transitionOf } from '@/domain/claims/states'
import { can, type Actor } from '@/domain/permissions/policy'
import type { Waiting } from '@/domain/waiting/waiting'
import { cleared, waits } from '../claims/present'
import { seenClaim } from '../claims/seen'
import { db, sql } from '../db'
import { aboutJoins, aboutSeen, aboutTitle } from '../notifications/seen'
import { visibleTo } from '../visible-to'

/** Of each kind as many as can be looked at: what waits longest, or is due first. */
const MOST = 50

/** What waits for the actor, everywhere or in one workspace; only what they may see. */
export async function listWaiting(everywhere: Actor, workspaceId?: string): Promise<Waiting> {
  const actor = workspaceId === undefined ? everywhere : within(everywhere, workspaceId)
  const [threads, reviews, findings, claims] = await Promise.all([
    assignedTo(actor),
    reviewsOf(actor),
    overruling(actor),
    claimsFor(actor),
  ])
  return { threads, reviews, findings, claims }
}

const within = (actor: Actor, workspaceId: string): Actor => ({
  ...actor,
  roles: new Map([...actor.roles].filter(([id]) => id === workspaceId)),
})

const project = sql`json_build_object('id', p.id, 'name', p.name) AS project`

function assignedTo(actor: Actor): Promise<Waiting['threads']> {
  const ids = {
    ...{ annotation: sql`t."annotationId"`, claim: sql`t."claimId"` },
    ...{ relation: sql`t."relationId"`, finding: sql`t."findingId"` },
  }
  return db.$queryRaw`
    SELECT CASE WHEN t."annotationId" IS NOT NULL THEN 'annotation' WHEN t."claimId" IS NOT NULL THEN 'claim'
        WHEN t."relationId" IS NOT NULL THEN 'relation' ELSE 'finding' END AS topic,
      t.id AS "topicId", ${aboutTitle} AS title, t."dueOn", ${project}
    FROM "Thread" t ${aboutJoins(actor, ids)}
    WHERE t."assigneeId" = ${actor.id}::uuid AND t.status = 'open' AND ${visibleTo.members(actor, 't')} AND ${aboutSeen}
    ORDER BY nullif(t."dueOn", '') NULLS LAST, t."createdAt", t.id LIMIT ${MOST}`
}

function reviewsOf(actor: Actor): Promise<Waiting['reviews']> {
  return db.$queryRaw`
    SELECT c.id AS "claimId", c.statement AS title, coalesce(to_char(n."dueAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD'), '') AS "dueOn",
      ${project}
    FROM "Round" n JOIN "Claim" c ON c.id = n."claimId" AND ${seenClaim(actor, 'c')} JOIN "Project" p ON p.id = n."projectId"
    WHERE n.state = 'open' AND ${waits(actor)}
    ORDER BY n."dueAt" NULLS LAST, n."openedAt", n.id LIMIT ${MOST}`
}

/** Published findings that did not follow a rating of the actor, who has not answered yet. */
function overruling(actor: Actor): Promise<Waiting['findings']> {
  const no = sql`NULL::uuid`
  return db.$queryRaw`
    SELECT f.id AS "findingId", ${aboutTitle} AS title, ${project}
    FROM "Overruling" o JOIN "FindingVersion" fv ON fv.id = o."findingVersionId"
      JOIN "Finding" of ON of.id = fv."findingId" AND of.number = fv.number AND of.state = 'published'
      ${aboutJoins(actor, { annotation: no, claim: no, relation: no, finding: sql`of.id` })}
    WHERE o."userId" = ${actor.id}::uuid AND o."answeredAt" IS NULL AND ${aboutSeen}
    ORDER BY fv."publishedAt", f.id LIMIT ${MOST}`
}

/** How many claims there are, by project, for which the actor may press a key. */
function claimsFor(actor: Actor): Promise<Waiting['claims']> {
  const workspaces = [...actor.roles.keys()].filter((workspaceId) => can(actor, 'claim:clear', { workspaceId }))
  return db.$queryRaw`
    SELECT count(*)::int AS count, ${project}
    FROM "Claim" c JOIN "Project" p ON p.id = c."projectId"
    WHERE c."workspaceId" = ANY(${workspaces}::uuid[]) AND ${seenClaim(actor, 'c')} AND NOT c.held
      AND c.state = ANY(${[...transitionOf('clear').from]}::"ClaimState"[]) AND NOT ${cleared(actor)}
    GROUP BY p.id, p.name ORDER BY lower(p.name), p.id LIMIT ${MOST}`
}
