import { FORMS, type VerdictForm } from '@/domain/claims/forms'
import type { Judgement } from '@/domain/claims/pooling'
import { lastWords } from '@/domain/findings/last-words'
import type { Actor } from '@/domain/permissions/policy'
import type { Verdict } from '@/domain/reviews/verdict'
import { getClaim } from '@/server/claims/get-claim'
import { listClaimRounds } from '@/server/reviews/list-rounds'

export type Judged = { form: VerdictForm | null; verdicts: Verdict[]; judgements: Judgement[] }

/** As many rounds as anyone would look through; nothing is judged more often. */
const ROUNDS = 50

/**
 * How a claim as it is worded now was judged: the form of its newest revealed round (else that of its type), the verdicts,
 * and the last likelihood of each who judged. Of a document nothing is.
 */
export async function readJudged(actor: Actor, claimId: string | null): Promise<Judged> {
  if (claimId === null) return { form: null, verdicts: [], judgements: [] }
  const claim = await getClaim(actor, claimId)
  const { items: rounds } = await listClaimRounds(actor, claimId, { limit: ROUNDS })
  const revealed = rounds
    .filter(({ state, claimVersion }) => state === 'revealed' && claimVersion === claim.number)
    .sort((a, b) => b.number - a.number)
  const verdicts = revealed.flatMap((round) => round.verdicts)
  const judgements = lastWords(verdicts).flatMap(({ kind, author, likelihood }) =>
    kind === 'judged' && likelihood !== null ? [{ by: author.id, likelihood }] : [],
  )
  return { form: revealed[0]?.form ?? FORMS[claim.type], verdicts, judgements }
}
