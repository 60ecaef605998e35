import { FORMS, type VerdictForm } from '@/domain/claims/forms'
import { sql, type Tx } from '../db'

/**
 * The form by which a claim, as it is worded now, was judged in its newest revealed round; where it was not, the one of
 * its type. Null for a document.
 */
export async function formOf(tx: Tx, claimId: string | null): Promise<VerdictForm | null> {
  if (claimId === null) return null
  const [round] = await tx.$queryRaw<{ form: VerdictForm }[]>(sql`
    SELECT n.form FROM "Round" n JOIN "ClaimVersion" cv ON cv.id = n."claimVersionId"
      JOIN "Claim" c ON c.id = n."claimId" AND c.number = cv.number
    WHERE n."claimId" = ${claimId}::uuid AND n.state = 'revealed' ORDER BY n.number DESC LIMIT 1`)
  if (round) return round.form
  const { type } = await tx.claim.findUniqueOrThrow({ where: { id: claimId }, select: { type: true } })
  return FORMS[type]
}
