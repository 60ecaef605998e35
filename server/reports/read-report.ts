import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import type { Report } from '@/domain/reports/report'
import { anyMember } from '../any-member'
import { db, empty, sql } from '../db'
import { measure } from '../disagreement/measure'
import { readJudged } from '../disagreement/judged'
import { findProject } from '../projects/find-project'
import { addressOf } from './addresses'
import { choose, type Chosen, type Selection } from './chosen'
import { readWholeClaims } from './read-claims'
import { readConflicts } from './read-conflicts'
import { ofDocuments, publishedFindings } from './read-findings'

/** Claims that a report tells whole: what nobody can read through is no report. */
const MOST_CLAIMS = 500

/** What else was found, by name only. */
const MOST_OTHERS = 1_000

type Listed = Report['others'][number] & { whole: boolean }

/**
 * The report of a project, a document or chosen claims: findings with their dissents, what they rest on, and what is not
 * settled. It is the same for every member, since it is to leave the house. Refuses with `too-large` what is too much for one.
 */
export async function readReport(actor: Actor, projectId: string, selection: Selection): Promise<Report> {
  const project = await findProject(projectId)
  authorise(actor, 'project:read', project, 'project')
  const reader = anyMember(project.workspaceId)
  const chosen = await choose(actor, reader, projectId, selection)
  const listed = await listClaims(chosen)
  const whole = listed.filter((claim) => claim.whole).map(({ id }) => id)
  if (whole.length > MOST_CLAIMS) {
    throw new Refusal(
      'too-large',
      `This report would tell of ${whole.length} claims. Choose a document, or at most ${MOST_CLAIMS} claims.`,
    )
  }
  const findings = await publishedFindings(reader, aboutChosen(projectId, chosen))
  const ofClaims = new Map(findings.flatMap((finding) => (finding.claim ? [[finding.claim.id, finding]] : [])))
  const [{ name: workspace }, claims, conflicts, agreement] = await Promise.all([
    db.workspace.findUniqueOrThrow({ where: { id: project.workspaceId }, select: { name: true } }),
    readWholeClaims(reader, whole, ofClaims),
    readConflicts(reader, sql`SELECT c.id FROM "Claim" c WHERE ${chosen.claims}`),
    readJudged(reader, chosen.claims).then((judged) => measure('claims', judged)),
  ])
  return {
    workspace,
    project: { id: project.id, name: project.name, address: addressOf.project(project.id) },
    about: chosen.about,
    madeAt: new Date().toISOString(),
    documents: ofDocuments(findings),
    claims,
    others: listed.filter((claim) => !claim.whole).map(({ whole: _, ...other }) => other),
    conflicts,
    agreement: agreement.figures,
  }
}

/** The claims of a report, those with a published finding first; `whole` if they were judged, or chosen. */
async function listClaims({ claims, all }: Chosen): Promise<Listed[]> {
  const rows = await db.$queryRaw<(Omit<Listed, 'address'> & { published: boolean })[]>`
    SELECT c.id, c.statement, c.type::text AS type, c.state::text AS state, f.published,
      ${all} OR f.published OR EXISTS (
        SELECT FROM "Round" n WHERE n."claimId" = c.id AND n.state = 'revealed') AS whole
    FROM "Claim" c CROSS JOIN LATERAL (
      SELECT EXISTS (SELECT FROM "Finding" f WHERE f."claimId" = c.id AND f.number > 0) AS published) f
    WHERE ${claims} AND (${all} OR c.state <> 'duplicate')
    ORDER BY whole DESC, f.published DESC, c."createdAt", c.id LIMIT ${MOST_CLAIMS + MOST_OTHERS}`
  return rows.map(({ id, statement, type, state, whole }) => {
    return { id, address: addressOf.claim(id), statement, type, state, whole }
  })
}

/** Findings `f` about the chosen claims; of a project and a document also those about documents. */
function aboutChosen(projectId: string, { about, claims }: Chosen) {
  const documents = {
    project: sql`OR f."projectId" = ${projectId}::uuid AND f."documentId" IS NOT NULL`,
    document: about.kind === 'document' ? sql`OR f."documentId" = ${about.id}::uuid` : empty,
    claims: empty,
  }[about.kind]
  return sql`(f."claimId" IN (SELECT c.id FROM "Claim" c WHERE ${claims}) ${documents})`
}
