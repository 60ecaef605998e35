import type { Finding } from '@/domain/findings/finding'
import type { Actor } from '@/domain/permissions/policy'
import { reportFinding } from '@/domain/reports/finding'
import type { ReportDocument, ReportFinding } from '@/domain/reports/report'
import { sql, type Sql } from '../db'
import { presentFinding, readFindings } from '../findings/present'
import { seenFindings } from '../findings/seen'
import { addressOf } from './addresses'

/** The findings `f` that match and were published, in the order in which they were begun. */
export async function publishedFindings(reader: Actor, where: Sql): Promise<Finding[]> {
  const rows = await readFindings(
    reader,
    sql`SELECT f.* FROM ${seenFindings(reader)} AND f.number > 0 AND ${where}`,
    sql`a."createdAt", a.id`,
  )
  return rows.map(presentFinding)
}

/** A finding as a report has it; null where it is not published. */
export const inReport = (finding: Finding): ReportFinding | null =>
  reportFinding(finding, addressOf.finding(finding.id), addressOf.claimReview(finding.id))

/** The findings about documents among these. */
export function ofDocuments(findings: readonly Finding[]): ReportDocument[] {
  return findings.flatMap((finding) => {
    const [{ document }, found] = [finding, inReport(finding)]
    if (!document || !found) return []
    const grounds = finding.published?.grounds.document ?? null
    return [{ ...document, address: addressOf.document(document.id), finding: found, grounds }]
  })
}
