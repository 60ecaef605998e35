import type { Actor } from '@/domain/permissions/policy'
import { Prisma } from '@/prisma/client/client'
import { sql, type Sql } from '../db'
import { visibleTo } from '../visible-to'

/*
 * What of claims an actor can see, as what stands behind FROM: lists and counts share it, so that they always agree.
 */

/** Occurrences `o` with their annotation `a` and document `d`, of claims that the actor can see: in no other passage. */
export const seenOccurrences = (actor: Actor): Sql => sql`"Occurrence" o
  JOIN "Annotation" a ON a.id = o."annotationId" AND o."removedAt" IS NULL AND ${visibleTo.claim(actor, 'o')}
    AND ${seenAnnotation(actor)}
  JOIN "Document" d ON d.id = a."documentId" AND ${visibleTo.document(actor, 'd')}`

/** Whether annotation `a` is there, and the actor's to see as far as its document is. */
export const seenAnnotation = (actor: Actor): Sql => sql`a."deletedAt" IS NULL AND ${visibleTo.annotation(actor, 'a')}`

/** Whether the claim of this alias is there, and the actor's to see. The alias is a name from our own code. */
export const seenClaim = (actor: Actor, row: string): Sql =>
  sql`(${Prisma.raw(`${row}."deletedAt"`)} IS NULL AND ${visibleTo.claim(actor, row)})`

/** Relations `r` between claims `cf` and `ct`, all three of which the actor can see. */
export const seenRelations = (actor: Actor): Sql => sql`"ClaimRelation" r
  JOIN "Claim" cf ON cf.id = r."fromId" AND r."removedAt" IS NULL AND ${visibleTo.claim(actor, 'r')} AND ${seenClaim(actor, 'cf')}
  JOIN "Claim" ct ON ct.id = r."toId" AND ${seenClaim(actor, 'ct')}`
