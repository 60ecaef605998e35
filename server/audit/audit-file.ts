import { MOST_IN_FILE, sentenceOf, type AuditFilter } from '@/domain/audit/audit'
import type { Actor } from '@/domain/permissions/policy'
import { csv, type Cell } from '@/domain/reports/csv'
import { listAudit } from './list-audit'

/** Lines are read so many at a time. */
const AT_ONCE = 1000

const COLUMNS = ['at', 'person', 'person id', 'action', 'what happened', 'page', 'address'] as const

/** The log as far as it is narrowed down, as CSV: the newest lines, up to `most`. */
export async function auditFile(
  actor: Actor,
  workspaceId: string,
  filter: AuditFilter,
  most = MOST_IN_FILE,
): Promise<string> {
  const rows: Record<(typeof COLUMNS)[number], Cell>[] = []
  let cursor: string | undefined
  do {
    const limit = Math.min(AT_ONCE, most - rows.length)
    const page = await listAudit(actor, workspaceId, { ...filter, cursor, limit })
    for (const line of page.items) {
      rows.push({
        ...{ at: line.at, person: line.by?.name ?? '', 'person id': line.by?.id ?? '', action: line.action },
        ...{ 'what happened': sentenceOf(line), page: line.href ?? '', address: line.address ?? '' },
      })
    }
    cursor = page.next ?? undefined
  } while (cursor !== undefined && rows.length < most)
  return csv({ columns: COLUMNS, rows })
}
