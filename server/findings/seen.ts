import { seenClaim } from '../claims/seen'
import { sql, type Sql } from '../db'
import type { Actor } from '@/domain/permissions/policy'
import { visibleTo } from '../visible-to'

/** Findings `f` that the actor can see, with what they are about: what stands behind FROM. The twin of `authoriseFinding`. */
export const seenFindings = (actor: Actor): Sql => sql`"Finding" f
  LEFT JOIN "Claim" fc ON fc.id = f."claimId" LEFT JOIN "Document" fd ON fd.id = f."documentId"
  WHERE ${visibleTo.members(actor, 'f')} AND (fc.id IS NULL OR ${seenClaim(actor, 'fc')})
    AND (fd.id IS NULL OR ${visibleTo.document(actor, 'fd')})`
