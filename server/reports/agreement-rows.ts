import { comparable, type Judged } from '@/domain/claims/agreement/of-claims'
import type { Actor } from '@/domain/permissions/policy'
import type { Table } from '@/domain/reports/csv'
import type { Sql } from '../db'
import { readJudged } from '../disagreement/judged'

const COLUMNS = ['figure', 'level', 'when', 'claimId', 'claim', 'reviewerId', 'reviewer', 'value', 'said'] as const

/**
 * What figures of agreement are reckoned from, one row a judgement: which figure it goes into, of which claim and by whom,
 * and its value there. A rating that stands apart on an ordered scale has none: it is missing.
 */
export async function agreementRows(reader: Actor, claims: Sql): Promise<Table> {
  const judged = JSON.parse(await readJudged(reader, claims)) as Judged
  const column = new Map(judged.people.map(({ id }, index) => [id, index]))
  const rows = comparable(judged).flatMap(({ name, level, when, claims: compared, ratings }) =>
    compared.flatMap((claim, row) =>
      claim[when].map(([by, rating, likelihood]) => {
        const place = column.get(by) ?? 0
        return {
          ...{ figure: name, level, when, claimId: claim.claimId, claim: claim.statement },
          ...{ reviewerId: by, reviewer: judged.people[place]?.name ?? '', value: ratings[row]?.[place] ?? null },
          said: level === 'interval' ? likelihood : rating,
        }
      }),
    ),
  )
  return { columns: COLUMNS, rows }
}
