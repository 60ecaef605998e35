import { v7 } from 'uuid'
import { FORMS } from '@/domain/claims/forms'
import { db } from '../db'
import { makeMarkedEvidence } from './make-marked-evidence'
import { says } from './make-world'
import { whisper, type Grounds } from './place'

/** Who judges in a place: one has submitted in each of its rounds, one is missing in all of them, one was not asked. */
export type Judges = { submitted: string; missing: string; free: string }

type Court = Grounds & { sourceId: string; judges: Judges }
type Asking = {
  /** Who opened it. */
  by: string
  /** Someone who is asked besides the judges. */
  reviewer?: string | null
  /** What it holds carries the mark of all, since it is to be revealed. */
  told?: boolean
}

/** What else a form may ask for: nothing. */
export const NO_DETAILS = { searches: [], deadline: '', settles: '', alternatives: '' }

/**
 * A sealed round that is due and has its quorum: on a claim with evidence, of which a judge has submitted a verdict, said
 * how the evidence speaks to it, and graded its source; all of that is held.
 */
export async function makeMarkedRound(place: Court, { by, reviewer = null, told = false }: Asking) {
  const { workspaceId, projectId, ownerId, mark, judges, sourceId } = place
  const { claimId, evidenceId } = await makeMarkedEvidence(place, { by: ownerId })
  const { id: claimVersionId } = await db.claimVersion.findFirstOrThrow({ where: { claimId }, select: { id: true } })
  const [sealId, reviewId, roundId] = [v7(), v7(), v7()]
  const opened = { workspaceId, projectId, openedById: by }
  await db.seal.create({ data: { id: sealId, kind: 'round', ...opened } })
  await db.review.create({ data: { id: reviewId, ...opened } })
  const pinned = { reviewId, claimId, claimVersionId, number: 1, form: FORMS.fact as object, sealId, quorum: 1 }
  const objection = told ? mark : whisper(by)
  const dueAt = new Date(Date.now() - 60_000)
  await db.round.create({ data: { id: roundId, ...opened, ...pinned, dueAt, objection } })
  const asked = [judges.submitted, judges.missing, ...(reviewer === null ? [] : [reviewer])]
  await db.roundReviewer.createMany({ data: asked.map((userId) => ({ roundId, userId, workspaceId })) })
  await db.claim.update({ where: { id: claimId }, data: { state: 'reviewing' } })
  const judgement = { by: judges.submitted, said: told ? mark : whisper(judges.submitted), evidenceId, sourceId }
  const { verdictId } = await makeJudgement(roundId, judgement)
  return { claimId, evidenceId, reviewId, roundId, verdictId, judgeId: judges.free, missingId: judges.missing }
}

type Judgement = { by: string; said: string; evidenceId: string; sourceId: string }

/** All that someone leaves under the seal of a round, whatever has become of that: also of one that was cancelled. */
export async function makeJudgement(roundId: string, { by, said, evidenceId, sourceId }: Judgement) {
  const { workspaceId, claimId, sealId } = await db.round.findUniqueOrThrow({ where: { id: roundId } })
  const verdictId = v7()
  const held = { workspaceId, sealId, held: true }
  const judged = { kind: 'judged', rating: 'false', confidence: 'moderate', details: NO_DETAILS } as const
  const words = { rationale: says(`Says ${said}`) as object, text: `Says ${said}` }
  await db.verdict.create({ data: { id: verdictId, roundId, claimId, authorId: by, ...judged, ...words, ...held } })
  await db.verdictEvidence.create({ data: { verdictId, evidenceId, workspaceId } })
  const rating = { raterId: by, ...held }
  await db.appraisal.create({ data: { id: v7(), evidenceId, stance: 'refutes', reason: said, ...rating } })
  await db.sourceGrade.create({ data: { id: v7(), sourceId, reliability: 'E', ...rating } })
  return { verdictId }
}
