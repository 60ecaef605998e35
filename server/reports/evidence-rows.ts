import type { Actor } from '@/domain/permissions/policy'
import type { Table } from '@/domain/reports/csv'
import { sql, type Sql } from '../db'
import { presentEvidence, readRows } from '../evidence/present'
import { placeOf } from './addresses'

/** More than a project has. */
const MOST = 1_000_000

const COLUMNS = [
  ...['evidenceId', 'claimId', 'kind', 'title', 'excerpt', 'address', 'retrievedOn', 'source', 'origin', 'retracted'],
  ...['circular', 'addedBy', 'addedAt', 'raterId', 'rater', 'stance', 'reason', 'reliability', 'credibility'],
] as const

/** All evidence, a row for each who appraised it; one row without a rater where nobody did. */
export async function evidenceRows(reader: Actor, claims: Sql): Promise<Table> {
  const rows = await readRows(reader, { where: sql`${claims}`, limit: MOST })
  return {
    columns: COLUMNS,
    rows: rows.map(presentEvidence).flatMap((evidence): Table['rows'] => {
      const { id, claimId, kind, title, excerpt, retrievedOn, passage, source, circular, author, createdAt } = evidence
      const piece = {
        ...{ evidenceId: id, claimId, kind, title: title || (passage?.documentTitle ?? '') },
        ...{ excerpt: excerpt || (passage?.exact ?? ''), address: placeOf(evidence), retrievedOn },
        ...{ source: source?.name ?? null, origin: source?.originName ?? null, retracted: source?.retracted ?? null },
        ...{ circular, addedBy: author.name, addedAt: createdAt },
      }
      const nobody = { raterId: null, rater: null, stance: null, reason: null, reliability: null, credibility: null }
      if (evidence.appraisals.length === 0) return [{ ...piece, ...nobody }]
      return evidence.appraisals.map(({ rater, stance, reason, reliability, credibility }) => {
        return { ...piece, raterId: rater.id, rater: rater.name, stance, reason, reliability, credibility }
      })
    }),
  }
}
