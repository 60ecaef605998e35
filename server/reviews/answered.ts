import { sql, type Tx } from '../db'
import type { RoundFacts } from './find-round'

/**
 * Whether a round is to be revealed by itself: everyone who is asked has answered (a recusal is an answer), and they are
 * at least as many as its quorum. Who was dropped is not waited for. That it waits for more reviewers tells nothing of who
 * has submitted: who is asked, and the quorum, can be seen by all.
 */
export async function isAnswered(tx: Tx, { id, quorum }: Pick<RoundFacts, 'id' | 'quorum'>): Promise<boolean> {
  const [row] = await tx.$queryRaw<[{ asked: number; missing: number }]>(sql`
    SELECT count(*)::int AS asked, (count(*) FILTER (WHERE v.id IS NULL))::int AS missing
    FROM "RoundReviewer" rr LEFT JOIN "Verdict" v ON v."roundId" = rr."roundId" AND v."authorId" = rr."userId"
    WHERE rr."roundId" = ${id}::uuid AND rr."droppedAt" IS NULL`)
  return row.missing === 0 && row.asked >= quorum
}

/** How many verdicts count for the quorum: who can't judge has looked, who recuses themselves has not. */
export async function countForQuorum(tx: Tx, roundId: string): Promise<number> {
  return tx.verdict.count({ where: { roundId, kind: { in: ['judged', 'unable'] } } })
}

export async function hasSubmitted(tx: Tx, roundId: string, userId: string): Promise<boolean> {
  return (await tx.verdict.count({ where: { roundId, authorId: userId } })) > 0
}
