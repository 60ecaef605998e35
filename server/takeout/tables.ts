import type { Actor } from '@/domain/permissions/policy'
import { seenAnnotation, seenClaim, seenOccurrences } from '../claims/seen'
import { sql, type Sql } from '../db'
import { visibleTo } from '../visible-to'

/**
 * What is taken out of one table: as the query names the row (`row`), with `key` in whose order rows come, and `from`, all that the
 * one who takes it may see, which is what stands behind FROM. `without` are columns that are nobody's business, or that are
 * counted or moved by what one may not see.
 */
export type TakenTable = { key: Sql; row: Sql; from: Sql; ids?: boolean; without?: readonly string[]; few?: number }

/** Rows whose key is more than an id come by the text of it. */
const keyed = (...parts: Sql[]): { key: Sql; ids: false } => ({
  key: parts.reduce((all, part) => sql`${all} || ' ' || ${part}`),
  ids: false,
})

/** Tables that are in no archive, and why. A test holds them and those below against the database. */
export const NOT_TAKEN: Readonly<Record<string, string>> = {
  SearchEntry: 'made by the database of what is here',
  ThreadSight: 'how far each has read is theirs',
  Notification: 'what each was told is theirs',
  WorkspaceExport: 'about archives',
  ApiToken: 'keys of programs, each of its person alone',
  Webhook: 'an address with a secret, which is of use here alone',
  WebhookProgress: 'how far each webhook has come',
  WebhookCursor: 'how far each webhook has come',
  WebhookDelivery: 'what was sent of the events that are here',
}

/**
 * Every table of a workspace, by the name of its file, each read through the policy's twin in SQL: what is private of others,
 * held by a seal, or of a round that was called off is left out exactly as it would be for this reader on every page.
 */
export function takenTables(actor: Actor, workspaceId: string): Record<string, TakenTable> {
  const here = (alias: Sql) => sql`${alias}."workspaceId" = ${workspaceId}::uuid`
  const all = (table: Sql, rest: Partial<TakenTable> = {}): TakenTable => {
    return { key: sql`t.id`, row: sql`t`, from: sql`${table} t WHERE ${here(sql`t`)}`, ...rest }
  }
  const held = (table: Sql, author: 'authorId' | 'raterId' = 'authorId') =>
    all(table, { from: sql`${table} t WHERE ${here(sql`t`)} AND ${visibleTo.held(actor, 't', author)}` })
  const document = sql`JOIN "Document" d ON d.id = a."documentId" AND ${visibleTo.document(actor, 'd')}`
  const annotations = sql`"Annotation" a ${document} AND ${here(sql`a`)} AND ${seenAnnotation(actor)}`
  const ofClaims = (table: Sql, more: Sql = sql`true`) =>
    sql`${table} t JOIN "Claim" c ON c.id = t."claimId" AND ${seenClaim(actor, 'c')} AND ${here(sql`t`)} AND ${more}`
  // A thread that only a seal's authors have spoken in has version 0, and was not begun for anybody else.
  const threads = sql`"Thread" h
    LEFT JOIN ("Annotation" a ${document}) ON a.id = h."annotationId" AND ${seenAnnotation(actor)}
    LEFT JOIN "Claim" c ON c.id = h."claimId" AND ${seenClaim(actor, 'c')}
    LEFT JOIN "ClaimRelation" r ON r.id = h."relationId" AND r."removedAt" IS NULL AND ${visibleTo.claim(actor, 'r')}`
  const topic = sql`(a.id IS NOT NULL OR c.id IS NOT NULL OR r.id IS NOT NULL OR h."findingId" IS NOT NULL)`
  const comments = sql`"Comment" t JOIN (${threads}) ON h.id = t."threadId"
    AND ${here(sql`t`)} AND t."deletedAt" IS NULL AND ${visibleTo.held(actor, 't')} AND ${topic}`
  const mine = sql`${actor.id}::uuid`
  const streams = sql`(SELECT ${workspaceId}::uuid UNION ALL SELECT id FROM "Project" WHERE "workspaceId" = ${workspaceId}::uuid
    UNION ALL SELECT d.id FROM "Document" d WHERE ${here(sql`d`)} AND ${visibleTo.document(actor, 'd')}
    UNION ALL SELECT c.id FROM "Claim" c WHERE ${here(sql`c`)} AND ${seenClaim(actor, 'c')})`
  return {
    Workspace: { key: sql`t.id`, row: sql`t`, from: sql`"Workspace" t WHERE t.id = ${workspaceId}::uuid` },
    Membership: all(sql`"Membership"`, keyed(sql`t."userId"::text`)),
    Invitation: all(sql`"Invitation"`, { without: ['tokenHash'] }),
    Project: all(sql`"Project"`),
    Label: all(sql`"Label"`),
    Document: all(sql`"Document"`, {
      from: sql`"Document" t WHERE ${here(sql`t`)} AND ${visibleTo.document(actor, 't')}`,
    }),
    DocumentVersion: {
      ...{ key: sql`t.id`, row: sql`t`, few: 1 },
      from: sql`"DocumentVersion" t JOIN "Document" d ON d.id = t."documentId" AND ${here(sql`t`)} AND ${visibleTo.document(actor, 'd')}`,
    },
    Original: {
      ...{ key: sql`t."versionId"`, row: sql`t`, without: ['bytes'] },
      from: sql`(SELECT o."versionId", o."workspaceId", o.name, o."mediaType", o.size, o.sha256, o."askedFor", o.address FROM "Original" o
        JOIN "DocumentVersion" v ON v.id = o."versionId" JOIN "Document" d ON d.id = v."documentId"
        WHERE ${here(sql`o`)} AND ${visibleTo.document(actor, 'd')}) t`,
    },
    Annotation: { key: sql`a.id`, row: sql`a`, from: annotations },
    Thread: {
      ...{ key: sql`h.id`, row: sql`h`, without: ['createdAt'] },
      from: sql`${threads} WHERE ${here(sql`h`)} AND h.version > 0 AND ${topic}`,
    },
    Comment: {
      ...{ key: sql`t.id`, row: sql`t`, from: comments, without: ['editedAt'] },
    },
    CommentRevision: {
      ...keyed(sql`v."commentId"::text`, sql`lpad(v.version::text, 10, '0')`),
      row: sql`v`,
      from: sql`"CommentRevision" v JOIN (${comments}) ON t.id = v."commentId" AND (NOT v.private OR t."authorId" = ${mine})`,
    },
    Mention: {
      ...keyed(sql`m."commentId"::text`, sql`m."userId"::text`),
      row: sql`m`,
      from: sql`"Mention" m JOIN (${comments}) ON t.id = m."commentId"`,
    },
    Reaction: {
      ...keyed(sql`x."commentId"::text`, sql`x."authorId"::text`, sql`x.kind::text`),
      row: sql`x`,
      from: sql`"Reaction" x JOIN (${comments}) ON t.id = x."commentId" AND ${visibleTo.held(actor, 'x')}`,
    },
    Seal: all(sql`"Seal"`),
    PhaseDocument: all(sql`"PhaseDocument"`, {
      ...keyed(sql`t."sealId"::text`, sql`t."documentId"::text`),
      from: sql`"PhaseDocument" t JOIN "Document" d ON d.id = t."documentId" AND ${here(sql`t`)} AND ${visibleTo.document(actor, 'd')}`,
    }),
    Claim: { key: sql`c.id`, row: sql`c`, from: sql`"Claim" c WHERE ${here(sql`c`)} AND ${seenClaim(actor, 'c')}` },
    ClaimVersion: { key: sql`t.id`, row: sql`t`, from: ofClaims(sql`"ClaimVersion"`) },
    Occurrence: {
      key: sql`o.id`,
      row: sql`o`,
      from: sql`${seenOccurrences(actor)} JOIN "Claim" c ON c.id = o."claimId" AND ${here(sql`o`)} AND ${seenClaim(actor, 'c')}`,
    },
    ClaimRelation: {
      ...{ key: sql`r.id`, row: sql`r` },
      from: sql`"ClaimRelation" r JOIN "Claim" c ON c.id = r."fromId" AND ${seenClaim(actor, 'c')} JOIN "Claim" o ON o.id = r."toId" AND ${seenClaim(actor, 'o')}
        WHERE ${here(sql`r`)} AND r."removedAt" IS NULL AND ${visibleTo.claim(actor, 'r')}`,
    },
    Clearance: {
      ...keyed(sql`t."claimId"::text`, sql`t."userId"::text`, sql`t.number::text`),
      row: sql`t`,
      from: ofClaims(sql`"Clearance"`, sql`(c.state = 'cleared' OR t."userId" = ${mine})`),
    },
    ClearedSpan: {
      ...{ key: sql`a.id`, row: sql`a` },
      from: sql`"ClearedSpan" a ${document} AND ${here(sql`a`)} AND a."removedAt" IS NULL AND ${visibleTo.held(actor, 'a')}`,
    },
    Review: all(sql`"Review"`),
    Round: {
      ...{ key: sql`t.id`, row: sql`t`, from: ofClaims(sql`"Round"`), without: ['objection'] },
    },
    RoundReviewer: {
      ...keyed(sql`w."roundId"::text`, sql`w."userId"::text`),
      ...{ row: sql`w`, without: ['written', 'seen'] },
      from: sql`"RoundReviewer" w JOIN "Round" t ON t.id = w."roundId" JOIN "Claim" c ON c.id = t."claimId" AND ${here(sql`w`)} AND ${seenClaim(actor, 'c')}`,
    },
    Verdict: held(sql`"Verdict"`),
    VerdictEvidence: all(sql`"VerdictEvidence"`, {
      ...keyed(sql`t."verdictId"::text`, sql`t."evidenceId"::text`),
      from: sql`"VerdictEvidence" t JOIN "Verdict" v ON v.id = t."verdictId" AND ${here(sql`t`)} AND ${visibleTo.held(actor, 'v')}`,
    }),
    Source: all(sql`"Source"`),
    SourceGrade: held(sql`"SourceGrade"`, 'raterId'),
    Evidence: { key: sql`t.id`, row: sql`t`, from: ofClaims(sql`"Evidence"`, sql`t."removedAt" IS NULL`) },
    Appraisal: {
      ...{ key: sql`p.id`, row: sql`p` },
      from: sql`"Appraisal" p JOIN "Evidence" t ON t.id = p."evidenceId" JOIN "Claim" c ON c.id = t."claimId" AND ${seenClaim(actor, 'c')}
        WHERE ${here(sql`p`)} AND t."removedAt" IS NULL AND ${visibleTo.held(actor, 'p', 'raterId')}`,
    },
    // A file is its sender's alone until it is evidence.
    Attachment: {
      ...{ key: sql`t.id`, row: sql`t`, without: ['bytes'] },
      from: sql`(SELECT f.id, f."workspaceId", f."projectId", f.name, f."mediaType", f.size, f.sha256, f."authorId", f."createdAt" FROM "Attachment" f
        WHERE ${here(sql`f`)} AND (f."authorId" = ${mine} OR EXISTS (SELECT FROM "Evidence" e JOIN "Claim" c ON c.id = e."claimId"
          WHERE e."attachmentId" = f.id AND e."removedAt" IS NULL AND ${seenClaim(actor, 'c')}))) t`,
    },
    Question: { key: sql`t.id`, row: sql`t`, from: ofClaims(sql`"Question"`, sql`t."removedAt" IS NULL`) },
    Finding: all(sql`"Finding"`),
    FindingVersion: all(sql`"FindingVersion"`, { few: 20 }),
    SignOff: all(sql`"SignOff"`, keyed(sql`t."findingId"::text`, sql`t."userId"::text`)),
    Dissent: all(sql`"Dissent"`, { from: sql`"Dissent" t WHERE ${here(sql`t`)} AND t."withdrawnAt" IS NULL` }),
    Overruling: all(sql`"Overruling"`, keyed(sql`t."findingVersionId"::text`, sql`t."userId"::text`)),
    Outcome: { key: sql`t."claimId"`, row: sql`t`, from: ofClaims(sql`"Outcome"`) },
    Correction: {
      ...{ key: sql`k.id`, row: sql`k` },
      from: sql`"Correction" k JOIN (${annotations}) ON a.id = k."annotationId" WHERE k."removedAt" IS NULL`,
    },
    AuditEntry: all(sql`"AuditEntry"`, { without: ['address'] }),
    Event: {
      ...keyed(sql`t."streamId"::text`, sql`lpad(t.seq::text, 10, '0')`),
      row: sql`t`,
      from: sql`"Event" t WHERE t."streamId" IN ${streams}`,
    },
    User: {
      ...{ key: sql`t.id`, row: sql`t` },
      from: sql`(SELECT u.id, u.name FROM "User" u WHERE u.id IN (
        SELECT m."userId" FROM "Membership" m WHERE ${here(sql`m`)}
        UNION SELECT e."actorId" FROM "AuditEntry" e WHERE ${here(sql`e`)} AND e."actorId" IS NOT NULL)) t`,
    },
  }
}
