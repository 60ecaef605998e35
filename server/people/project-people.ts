import { z } from 'zod'
import type { Person } from '@/domain/people/person'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { cursor, paged } from '../cursor'
import { db, empty, sql } from '../db'
import { startingWith } from '../like'
import { findProject } from '../projects/find-project'

const place = cursor(z.strictObject({ name: z.string(), id: z.uuid() }))

type Query = { cursor?: string | undefined; limit: number; text: string }

/** Those who can read a project, by name; with `text`, whose name has a word that begins with it, whatever the case. */
export async function listProjectPeople(actor: Actor, projectId: string, { cursor: at, limit, text }: Query) {
  const project = await findProject(projectId)
  authorise(actor, 'project:read', project, 'project')
  const after = place.read(at)
  const begins = startingWith(text.normalize('NFC'))
  const rows = await db.$queryRaw<(Person & { key: string })[]>`
    SELECT u.id, u.name, lower(u.name) AS key
    FROM "Membership" m JOIN "User" u ON u.id = m."userId"
    WHERE m."workspaceId" = ${project.workspaceId}::uuid
      AND (u.name ILIKE ${begins} OR u.name ILIKE ${`% ${begins}`})
      ${after ? sql`AND (lower(u.name), u.id) > (${after.name}, ${after.id}::uuid)` : empty}
    ORDER BY lower(u.name), u.id LIMIT ${limit + 1}`
  return paged(rows, limit, ({ id, name }) => ({ id, name }), ({ key, id }) => place.write({ name: key, id })) // prettier-ignore
}
