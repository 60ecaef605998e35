import type { Relation } from '@/domain/claims/relation'
import type { Actor } from '@/domain/permissions/policy'
import type { ReportConflict } from '@/domain/reports/report'
import { presentRelation, readRelations } from '../claims/present-relation'
import { seenRelations } from '../claims/seen'
import { sql, type Sql } from '../db'
import { addressOf, presentPassage } from './addresses'

/** The conflicts of these claims with each other and with others, in the order in which they were found. */
export async function readConflicts(reader: Actor, claimIds: Sql): Promise<ReportConflict[]> {
  const rows = await readRelations(
    reader,
    sql`SELECT r.* FROM ${seenRelations(reader)}
      WHERE r.kind = 'conflicts' AND (r."fromId" IN (${claimIds}) OR r."toId" IN (${claimIds}))`,
    sql`a."createdAt", a.id`,
  )
  return rows.map(presentRelation).map(({ id, projectId, strength, disposition, reason, settledBy, from, to }) => ({
    ...{ id, address: addressOf.relation(projectId, id), strength: strength ?? 'tension' },
    ...{ disposition: disposition ?? 'open', reason, settledBy, from: endOf(from), to: endOf(to) },
  }))
}

function endOf({ claimId, statement, passage }: Relation['from']): ReportConflict['from'] {
  return { claimId, address: addressOf.claim(claimId), statement, passage: passage && presentPassage(passage) }
}
