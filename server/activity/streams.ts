import type { Actor } from '@/domain/permissions/policy'
import { seenClaim, seenOccurrences } from '../claims/seen'
import { sql, type Sql } from '../db'
import { visibleTo } from '../visible-to'

/** The streams of a project, of its documents and of its claims, as far as the actor can see these: rows of ids. */
export const streamsOfProject = (actor: Actor, projectId: string): Sql => sql`
  SELECT ${projectId}::uuid
  UNION SELECT d.id FROM "Document" d WHERE d."projectId" = ${projectId}::uuid AND ${visibleTo.document(actor, 'd')}
  UNION SELECT cl.id FROM "Claim" cl WHERE cl."projectId" = ${projectId}::uuid AND ${seenClaim(actor, 'cl')}`

/** The streams of a document and of the claims that the actor sees in it. */
export const streamsOfDocument = (actor: Actor, documentId: string): Sql => sql`
  SELECT ${documentId}::uuid
  UNION SELECT cl.id FROM ${seenOccurrences(actor)} JOIN "Claim" cl ON cl.id = o."claimId" AND ${seenClaim(actor, 'cl')}
    WHERE d.id = ${documentId}::uuid`
