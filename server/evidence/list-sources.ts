import { z } from 'zod'
import { Id } from '@/domain/endpoint'
import type { Source } from '@/domain/evidence/source'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { cursor, paged } from '../cursor'
import { empty, sql } from '../db'
import { containing } from '../like'
import { findProject } from '../projects/find-project'
import { findSource } from './find-source'
import { byName, presentSource, readSource, readSources } from './present-source'

const position = cursor(z.tuple([z.string().regex(/^\P{Cc}*$/u), Id]))

type Query = { cursor?: string | undefined; limit: number; text: string }

/** The sources of a project by name; those in whose name or address the text stands. */
export async function listSources(
  actor: Actor,
  projectId: string,
  { cursor: at, limit, text }: Query,
): Promise<{ items: Source[]; next: string | null }> {
  authorise(actor, 'project:read', await findProject(projectId), 'project')
  const [last, words] = [position.read(at), containing(text.trim())]
  const rows = await readSources(
    actor,
    sql`SELECT * FROM "Source" s WHERE s."projectId" = ${projectId}::uuid
      ${text.trim() === '' ? empty : sql`AND (s.name ILIKE ${words} OR s.url ILIKE ${words})`}
      ${last ? sql`AND (lower(s.name), s.id) > (${last[0]}, ${last[1]}::uuid)` : empty}
      ORDER BY ${byName} LIMIT ${limit + 1}`,
  )
  return paged(rows, limit, presentSource, ({ sortName, id }) => position.write([sortName, id]))
}

/** One source. */
export async function getSource(actor: Actor, sourceId: string): Promise<Source> {
  authorise(actor, 'project:read', await findSource(sourceId), 'source')
  return readSource(actor, sourceId)
}
