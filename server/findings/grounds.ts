import type { VerdictForm } from '@/domain/claims/forms'
import { agreementInWords } from '@/domain/findings/agreement-in-words'
import type { DocumentGrounds } from '@/domain/findings/finding'
import { Grounds, type Finding } from '@/domain/findings/finding'
import type { Verdict } from '@/domain/reviews/verdict'
import { sql, type Tx } from '../db'
import { presentVerdict, verdictJson, type VerdictRow } from '../reviews/present-verdict'
import { counted } from './counted'
import { readDocumentGrounds } from './document-grounds'

/**
 * What a finding stands on as it is published: all verdicts on what its claim says now, how far they agree, what they make
 * together, who signed and who dissents; of a document's the claims in it, what was looked at, and its conflicts.
 */
export async function readGrounds(tx: Tx, draft: Finding, form: VerdictForm | null): Promise<Grounds> {
  const { claim, document, pooled, signed, dissents } = draft
  const stood = { pooled, signed, dissents }
  if (!claim || !form) {
    const found: DocumentGrounds | undefined = document ? await readDocumentGrounds(tx, draft, document.id) : undefined
    const unjudged = { type: null, form: null, verdicts: [], agreement: [] }
    return Grounds.parse({ statement: document?.title ?? '', ...unjudged, ...stood, document: found })
  }
  const verdicts = await readVerdicts(tx, claim.id)
  const agreement = agreementInWords(form, verdicts)
  return Grounds.parse({ statement: claim.statement, type: claim.type, form, verdicts, agreement, ...stood })
}

async function readVerdicts(tx: Tx, claimId: string): Promise<Verdict[]> {
  const rows = await tx.$queryRaw<{ verdict: VerdictRow }[]>(sql`
    SELECT ${verdictJson(sql`n.number`)} AS verdict FROM ${counted}
    WHERE v."claimId" = ${claimId}::uuid ORDER BY n.number, v."createdAt", v.id`)
  return rows.map(({ verdict }) => presentVerdict(verdict))
}
