import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { wrongIn, type Wrong } from '@/domain/reviews/check'
import type { Verdict, VerdictDraft } from '@/domain/reviews/verdict'
import { touchClaims } from '../claims/step'
import { sql, type Tx } from '../db'
import { seenEvidence } from '../evidence/seen'
import { record } from '../events'
import { happenedIn } from '../seals/happened-in'
import { hasSubmitted } from './answered'
import { concludeIfAnswered } from './conclude'
import { authoriseRound, findRound, requireOpen, type RoundFacts } from './find-round'
import { readVerdict } from './present-verdict'
import { verdictRow } from './verdict-row'

/**
 * Hands in what a reviewer judges, that they can't, or that they recuse themselves: once in a round, for good. In a sealed
 * round nobody else learns of it, and nothing shared moves, until the last of those who are asked has answered: then the
 * round is revealed together with that very answer.
 */
export async function submitVerdict(actor: Actor, roundId: string, draft: VerdictDraft): Promise<Verdict> {
  const row = verdictRow(draft)
  return record(actor, async (tx) => {
    const round = await findRound(actor, roundId, tx)
    authoriseRound(actor, 'verdict:submit', round)
    requireOpen(round)
    await requireFirst(actor, tx, round)
    if (draft.kind === 'judged') await requireFitting(actor, tx, round, draft)
    const { workspaceId, claimId, sealId } = round
    const held = sealId !== null
    const made = { workspaceId, roundId, claimId, authorId: actor.id, sealId, held }
    await tx.verdict.create({ data: { ...row, ...made } })
    if (draft.kind === 'judged') await relyOn(tx, workspaceId, draft)
    if (!held) await touchClaims(tx, [claimId])
    const submitted = happenedIn({ kind: 'claim', id: claimId }, made, 'verdict.submitted', draft.id)
    const concluded = await concludeIfAnswered(actor, tx, round)
    return { answer: await readVerdict(actor, draft.id, tx), happened: [submitted, ...concluded] }
  })
}

type Judgement = Extract<VerdictDraft, { kind: 'judged' }>

async function requireFirst(actor: Actor, tx: Tx, { id }: RoundFacts): Promise<void> {
  if (await hasSubmitted(tx, id, actor.id)) {
    throw new Refusal('conflict', 'You have submitted in this round already. A further round can revise it.')
  }
}

/** Refuses, field by field, what the form that the round pins does not take, and evidence that is not there. */
async function requireFitting(actor: Actor, tx: Tx, round: RoundFacts, draft: Judgement): Promise<void> {
  const wrong = [...wrongIn(round.form, draft), ...(await wrongEvidence(actor, tx, round, draft))]
  const [first] = wrong
  if (first) throw new Refusal('invalid', first.message, { fields: wrong })
}

/** What a verdict relies on is evidence of its claim that the actor can see; it stays there from here on. */
async function wrongEvidence(actor: Actor, tx: Tx, round: RoundFacts, { evidenceIds }: Judgement): Promise<Wrong[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>(sql`
    SELECT e.id FROM ${seenEvidence(actor)}
    WHERE e.id = ANY(${evidenceIds}::uuid[]) AND e."claimId" = ${round.claimId}::uuid
    ORDER BY e.id FOR SHARE OF e`)
  if (rows.length === new Set(evidenceIds).size) return []
  const message = 'Some of this evidence is not there any more. Please look at it again.'
  return [{ field: 'evidenceIds', message }]
}

async function relyOn(tx: Tx, workspaceId: string, { id: verdictId, evidenceIds }: Judgement): Promise<void> {
  const relied = [...new Set(evidenceIds)].map((evidenceId) => ({ verdictId, evidenceId, workspaceId }))
  await tx.verdictEvidence.createMany({ data: relied })
}
