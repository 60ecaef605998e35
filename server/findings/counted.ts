import { sql, type Sql } from '../db'

/*
 * What a finding `f` rests on. Only rounds that are revealed count, and nothing that a seal holds: of one that is open
 * or was cancelled nothing is told here, to nobody.
 */

/** The claims that a finding `f` is about: its own, or all that occur in its document for everyone to see. */
export const claimsOf: Sql = sql`
  SELECT f."claimId" UNION ALL
  SELECT o."claimId" FROM "Annotation" a
    JOIN "Occurrence" o ON o."annotationId" = a.id AND o."removedAt" IS NULL AND NOT o.held
    JOIN "Claim" c ON c.id = o."claimId" AND c."deletedAt" IS NULL AND NOT c.held
  WHERE a."documentId" = f."documentId" AND a."deletedAt" IS NULL AND a.visibility = 'team' AND NOT a.held`

/** Verdicts `v` that are revealed, with their rounds `n`. */
export const revealed: Sql = sql`"Verdict" v JOIN "Round" n ON n.id = v."roundId" AND n.state = 'revealed' AND NOT v.held`

/** Of them those about what their claims say now; a claim that was worded anew was not judged yet. */
export const counted: Sql = sql`${revealed}
  JOIN "ClaimVersion" cv ON cv.id = n."claimVersionId" JOIN "Claim" vc ON vc.id = n."claimId" AND vc.number = cv.number`

/** Each reviewer's last word on each of these claims: who recused themselves later on is not counted as a judge. */
export const lastWords = (claimIds: Sql): Sql => sql`(
  SELECT DISTINCT ON (v."claimId", v."authorId") v.* FROM ${counted} WHERE v."claimId" IN (${claimIds})
  ORDER BY v."claimId", v."authorId", n.number DESC)`

/** Whether someone has judged, in a revealed round, what the finding `f` is about. */
export const judgedBy = (userId: Sql): Sql => sql`EXISTS (
  SELECT FROM ${revealed} WHERE v."authorId" = ${userId} AND v.kind = 'judged' AND v."claimId" IN (${claimsOf}))`
