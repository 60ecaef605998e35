import { USUAL } from '@/domain/notifications/words'
import type { NotificationChoice, NotificationChoices, ProjectChoice } from '@/domain/notifications/choice'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { db, type Tx } from '../db'
import { record, type Happened } from '../events'
import { findProject } from '../projects/find-project'
import { visibleTo } from '../visible-to'

/** What the actor wishes to be told: everywhere, and in the projects where they chose otherwise. */
export async function listChoices(actor: Actor, tx: Tx = db): Promise<NotificationChoices> {
  const projects = await tx.$queryRaw<(NotificationChoice & { id: string; name: string })[]>`
    SELECT c.level::text AS level, c.mail::text AS mail, p.id, p.name
    FROM "NotificationChoice" c JOIN "Project" p ON p.id = c."scopeId" AND ${visibleTo.members(actor, 'p')}
    WHERE c."userId" = ${actor.id}::uuid ORDER BY lower(p.name), p.id`
  return {
    everywhere: (await findChoice(tx, actor, actor.id)) ?? USUAL,
    projects: projects.map(({ id, name, level, mail }) => ({ project: { id, name }, level, mail })),
  }
}

/** Chooses what holds in every project without a choice of its own. */
export function chooseEverywhere(actor: Actor, choice: NotificationChoice): Promise<NotificationChoices> {
  return record(actor, async (tx) => {
    await keep(tx, actor, actor.id, choice)
    return { answer: await listChoices(actor, tx), happened: chosen(actor.id, actor.id) }
  })
}

/** What the actor wishes to be told in a project. */
export async function getProjectChoice(actor: Actor, projectId: string): Promise<ProjectChoice> {
  authorise(actor, 'project:read', await findProject(projectId), 'project')
  return readChoice(db, actor, projectId)
}

/** Chooses for a project; null goes back to what holds everywhere. */
export function chooseHere(
  actor: Actor,
  projectId: string,
  { here }: { here: NotificationChoice | null },
): Promise<ProjectChoice> {
  return record(actor, async (tx) => {
    authorise(actor, 'project:read', await findProject(projectId, tx), 'project')
    if (here) await keep(tx, actor, projectId, here)
    else await tx.notificationChoice.deleteMany({ where: { userId: actor.id, scopeId: projectId } })
    return { answer: await readChoice(tx, actor, projectId), happened: chosen(actor.id, projectId) }
  })
}

/** No more mail for someone, wherever they are told of things: what a link in each mail does. */
export function stopMail(actor: Actor): Promise<{ done: true }> {
  return record(actor, async (tx) => {
    const { level } = (await findChoice(tx, actor, actor.id)) ?? USUAL
    await keep(tx, actor, actor.id, { level, mail: 'never' })
    await tx.notificationChoice.updateMany({ where: { userId: actor.id }, data: { mail: 'never' } })
    return { answer: { done: true }, happened: chosen(actor.id, actor.id) }
  })
}

async function readChoice(tx: Tx, actor: Actor, projectId: string): Promise<ProjectChoice> {
  const everywhere = (await findChoice(tx, actor, actor.id)) ?? USUAL
  return { everywhere, here: await findChoice(tx, actor, projectId) }
}

function findChoice(tx: Tx, { id: userId }: Actor, scopeId: string): Promise<NotificationChoice | null> {
  const where = { userId_scopeId: { userId, scopeId } }
  return tx.notificationChoice.findUnique({ where, select: { level: true, mail: true } })
}

async function keep(tx: Tx, { id: userId }: Actor, scopeId: string, choice: NotificationChoice): Promise<void> {
  const where = { userId_scopeId: { userId, scopeId } }
  await tx.notificationChoice.upsert({ where, create: { userId, scopeId, ...choice }, update: choice })
}

/** It is nobody else's business. */
const chosen = (userId: string, subject: string): Happened => ({
  in: { kind: 'person', id: userId },
  kind: 'notifications.chosen',
  subject,
  workspaceId: null,
})
