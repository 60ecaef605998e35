import { z } from 'zod'
import { Id } from '@/domain/endpoint'
import { byline } from '@/domain/documents/byline'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { notFound, Refusal } from '@/domain/refusal'
import type { Report } from '@/domain/reports/report'
import { seenClaim, seenOccurrences } from '../claims/seen'
import { db, sql, type Sql } from '../db'
import { findDocument } from '../documents/find-document'
import { addressOf } from './addresses'

/** What a report is about: all of a project without either; claims as a list of their ids, with commas between. */
export type Selection = { document?: string | undefined; claims?: string | undefined }

/** What was chosen: in words for the report, and as a condition on claims `c`. */
export type Chosen = { about: Report['about']; claims: Sql; all: boolean }

/** A report may be about so many chosen claims: as many as fit into an address. */
const Ids = z.array(Id).min(1).max(200)

/** What was chosen of a project, if `actor` and every other member may know it; `reader` is one of them. */
export async function choose(
  actor: Actor,
  reader: Actor,
  projectId: string,
  { document, claims }: Selection,
): Promise<Chosen> {
  const ofProject = sql`c."projectId" = ${projectId}::uuid AND ${seenClaim(reader, 'c')}`
  if (claims !== undefined && document !== undefined) {
    throw new Refusal('invalid', 'Please choose a document or claims, not both.')
  }
  if (claims !== undefined) {
    const ids = await chosenClaims(reader, projectId, claims)
    return { about: { kind: 'claims' }, claims: sql`${ofProject} AND c.id = ANY(${ids}::uuid[])`, all: true }
  }
  if (document === undefined) return { about: { kind: 'project' }, claims: ofProject, all: false }
  const found = await findDocument(document)
  authorise(actor, 'document:read', found, 'document')
  if (found.projectId !== projectId) throw notFound('document')
  const { id, title, details } = found
  const from = [byline(details), details.address].filter(Boolean).join(', ')
  return {
    about: { kind: 'document', id, title, address: addressOf.document(id), from },
    claims: sql`${ofProject} AND c.id IN (SELECT o."claimId" FROM ${seenOccurrences(reader)} WHERE d.id = ${id}::uuid)`,
    all: false,
  }
}

async function chosenClaims(reader: Actor, projectId: string, text: string): Promise<string[]> {
  const ids = Ids.safeParse([...new Set(text.split(','))])
  if (!ids.success)
    throw new Refusal('invalid', 'Please name the claims by their ids, with commas between, 200 at most.')
  const [{ count } = { count: 0 }] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "Claim" c
    WHERE c.id = ANY(${ids.data}::uuid[]) AND c."projectId" = ${projectId}::uuid AND ${seenClaim(reader, 'c')}`
  if (count < ids.data.length) throw notFound('claim')
  return ids.data
}
