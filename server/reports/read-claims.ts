import type { VerdictForm } from '@/domain/claims/forms'
import type { Finding } from '@/domain/findings/finding'
import type { Evidence } from '@/domain/evidence/evidence'
import type { Actor } from '@/domain/permissions/policy'
import type { Person } from '@/domain/people/person'
import { reportEvidence } from '@/domain/reports/evidence'
import type { ReportClaim, ReportOccurrence } from '@/domain/reports/report'
import { reportVerdicts } from '@/domain/reports/verdicts'
import { lastWords } from '@/domain/findings/last-words'
import type { Verdict } from '@/domain/reviews/verdict'
import { seenOccurrences } from '../claims/seen'
import { passageColumn } from '../claims/list-occurrences'
import { db, sql, type Sql } from '../db'
import { presentEvidence, readRows } from '../evidence/present'
import { counted } from '../findings/counted'
import { presentVerdict, verdictJson, type VerdictRow } from '../reviews/present-verdict'
import { addressOf, placeOf, presentPassage } from './addresses'
import { inReport } from './read-findings'

type Said = Pick<
  ReportClaim,
  'id' | 'statement' | 'type' | 'state' | 'terms' | 'asOf' | 'claimant' | 'claimedOn' | 'split'
>
type Row = Said & { form: VerdictForm | null; verdicts: VerdictRow[]; passages: Passage[] }
type Passage = Omit<ReportOccurrence, 'address'> & { annotationId: string; start: number; end: number }

/** Reads claims whole, as `reader` sees them, with their published findings where they have one, in this order. */
export async function readWholeClaims(
  reader: Actor,
  claimIds: readonly string[],
  findings: ReadonlyMap<string, Finding>,
): Promise<ReportClaim[]> {
  const [rows, evidence] = await Promise.all([readRowsOf(reader, claimIds), readEvidenceOf(reader, claimIds)])
  const byId = new Map(rows.map((row) => [row.id, row]))
  return claimIds.flatMap((id) => {
    const row = byId.get(id)
    return row ? [present(row, findings.get(id), evidence.get(id) ?? [])] : []
  })
}

function present(row: Row, finding: Finding | undefined, evidence: readonly Evidence[]): ReportClaim {
  const { form, verdicts: live, passages, ...said } = row
  const grounds = finding?.published?.grounds
  const verdicts = grounds?.verdicts ?? live.map(presentVerdict)
  const relying = reliedOn(verdicts)
  return {
    ...said,
    statement: grounds?.statement ?? said.statement,
    address: addressOf.claim(said.id),
    passages: passages.map(({ stance, voice, attributedTo, ...passage }) => {
      return { ...presentPassage(passage), stance, voice, attributedTo }
    }),
    finding: finding ? inReport(finding) : null,
    verdicts: reportVerdicts(grounds?.form ?? form ?? { ratings: [] }, verdicts),
    evidence: evidence.map((each) => reportEvidence(each, placeOf(each), relying.get(each.id) ?? [])),
  }
}

/** Who relied on each piece of evidence in their last word. */
function reliedOn(verdicts: readonly Verdict[]): Map<string, Person[]> {
  const relying = new Map<string, Person[]>()
  for (const { evidenceIds, author } of lastWords(verdicts))
    for (const id of evidenceIds) relying.set(id, [...(relying.get(id) ?? []), author])
  return relying
}

const passagesColumn = (reader: Actor): Sql => sql`ARRAY(
  SELECT (${passageColumn}::jsonb || jsonb_build_object(
    'stance', o.stance, 'voice', o.voice, 'attributedTo', o."attributedTo"))::json
  FROM ${seenOccurrences(reader)} WHERE o."claimId" = c.id ORDER BY d."createdAt", d.id, a.start, o.id)`

/** The verdicts on what claim `c` says now, and the form by which they were given last. */
const verdictsColumn: Sql = sql`ARRAY(
  SELECT ${verdictJson(sql`n.number`)} FROM ${counted} WHERE v."claimId" = c.id ORDER BY n.number, v."createdAt", v.id)`
const formColumn: Sql = sql`(
  SELECT n.form FROM "Round" n WHERE n."claimId" = c.id AND n.state = 'revealed' ORDER BY n.number DESC LIMIT 1)`

function readRowsOf(reader: Actor, claimIds: readonly string[]): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT c.id, c.statement, c.type::text AS type, c.state::text AS state, c.terms, c."asOf", c.claimant, c."claimedOn",
      c.split, ${formColumn} AS form, ${verdictsColumn} AS verdicts, ${passagesColumn(reader)} AS passages
    FROM "Claim" c WHERE c.id = ANY(${[...claimIds]}::uuid[])`
}

/** More than a report has; each claim has few. */
const MOST_EVIDENCE = 100_000

async function readEvidenceOf(reader: Actor, claimIds: readonly string[]): Promise<Map<string, Evidence[]>> {
  const where = sql`e."claimId" = ANY(${[...claimIds]}::uuid[])`
  const rows = await readRows(reader, { where, limit: MOST_EVIDENCE })
  const evidence = new Map(claimIds.map((id) => [id, [] as Evidence[]]))
  for (const row of rows) evidence.get(row.claimId)?.push(presentEvidence(row))
  return evidence
}
