import type { EventKind } from '@/domain/event'
import type { NoticeKind, NoticeTopic } from '@/domain/notifications/words'
import { Prisma } from '@/prisma/client/client'
import { join, sql, type Sql } from '../db'
import type { StreamRef } from '../stream'
import { TOPICS, TOPIC_KINDS } from '../threads/topics'

/**
 * Whom an event concerns, as rows in SQL: who, kind, topic, "topicId" and "projectId"; `by`, who did it, and `subject`, what
 * it was, where they are not those of the event. They are found by the event's subject and the stream that it is in.
 */
type Telling = { in: readonly StreamRef['kind'][]; rows: (subject: Sql, streamId: Sql) => Sql }

/** What is known of a row beside whom it tells of what: the subject if it is not the event's, the project of a new thing. */
type Besides = { subject?: string; projectId?: string }

/** Rows that tell these people, `who`, of something. */
export function tell(kind: NoticeKind, topic: NoticeTopic, topicId: Sql, who: Sql, besides: Besides = {}): Sql {
  const { subject = null, projectId = null } = besides
  return sql`SELECT who.id AS who, ${Prisma.raw(`'${kind}'`)} AS kind, ${Prisma.raw(`'${topic}'`)} AS topic,
    ${topicId} AS "topicId", NULL::uuid AS by, ${subject}::uuid AS subject, ${projectId}::uuid AS "projectId"
    FROM (${who}) who (id)`
}

const all = (...rows: Sql[]): Sql => join(rows, ' UNION ALL ')

/** Everything with a thread that has this id, as its kind, and its author: there is one. */
const topicOf = (id: Sql): Sql =>
  join(TOPIC_KINDS.map((kind) => sql`SELECT ${Prisma.raw(`'${kind}'`)} AS topic, it.id, it."authorId", it."projectId" FROM ${TOPICS[kind].table} it WHERE it.id = ${id}`), ' UNION ALL ') // prettier-ignore

const authorOfThread = (kind: NoticeKind) => (subject: Sql) => sql`
  SELECT it."authorId" AS who, ${Prisma.raw(`'${kind}'`)} AS kind, it.topic, it.id AS "topicId", NULL::uuid AS by,
    NULL::uuid AS subject, it."projectId"
  FROM (${topicOf(subject)}) it`

/** Those whom these comments `c` name. */
const mentionsIn = (comments: Sql): Sql => sql`
  SELECT m."userId" AS who, 'mentioned' AS kind, it.topic, it.id AS "topicId", c."authorId" AS by, c.id AS subject, it."projectId"
  FROM (${comments}) c JOIN "Mention" m ON m."commentId" = c.id, LATERAL (${topicOf(sql`c."threadId"`)}) it`

/** Those who take part in a thread: who made the thing that it is about, and who has spoken in it for all to read. */
export const takingPart = (threadId: Sql, authorId: Sql): Sql => sql`
  SELECT ${authorId} UNION SELECT o."authorId" FROM "Comment" o
  WHERE o."threadId" = ${threadId} AND o."deletedAt" IS NULL AND NOT o.held`

/** Of each thread the last of these comments, for those who take part in it. */
const repliesIn = (comments: Sql): Sql => sql`
  SELECT who.id AS who, 'replied' AS kind, it.topic, it.id AS "topicId", c."authorId" AS by, c.id AS subject, it."projectId"
  FROM (SELECT DISTINCT ON (each."threadId") each.* FROM (${comments}) each
    ORDER BY each."threadId", each."createdAt" DESC, each.id DESC) c,
    LATERAL (${topicOf(sql`c."threadId"`)}) it,
    LATERAL (${takingPart(sql`c."threadId"`, sql`it."authorId"`)}) who (id)`

/** What a seal held of threads: comments of its own, and those in threads of things that it held. */
const letGoBy = (sealId: Sql): Sql => sql`
  SELECT c.* FROM "Comment" c WHERE c."deletedAt" IS NULL AND NOT c.held AND (c."sealId" = ${sealId} OR c."threadId" IN (
    ${join(['Annotation', 'Claim', 'ClaimRelation'].map((table) => sql`SELECT it.id FROM ${Prisma.raw(`"${table}"`)} it WHERE it."sealId" = ${sealId}`), ' UNION ALL ')}))` // prettier-ignore

const revealed = (sealId: Sql): Sql => all(mentionsIn(letGoBy(sealId)), repliesIn(letGoBy(sealId)))

const sealOf = (roundId: Sql): Sql => sql`(SELECT r."sealId" FROM "Round" r WHERE r.id = ${roundId})`

const asked = (roundId: Sql): Sql => sql`
  SELECT rr."userId" FROM "RoundReviewer" rr WHERE rr."roundId" = ${roundId} AND rr."droppedAt" IS NULL`

const claimAuthor = (claimId: Sql): Sql => sql`SELECT c."authorId" FROM "Claim" c WHERE c.id = ${claimId}`

/** Who signed a finding or dissents from it; whom it overrules is told so. */
const standingBy = (findingId: Sql): Sql => sql`
  SELECT s."userId" FROM "SignOff" s WHERE s."findingId" = ${findingId}
  UNION SELECT d."authorId" FROM "Dissent" d
  WHERE d."findingId" = ${findingId} AND d."withdrawnAt" IS NULL AND NOT EXISTS (
    SELECT FROM "Overruling" o JOIN "FindingVersion" v ON v.id = o."findingVersionId" JOIN "Finding" f ON f.id = v."findingId"
    WHERE o."userId" = d."authorId" AND f.id = ${findingId} AND v.number = f.number)`

/** The same, and whoever proposed the claim that it is about. */
const concernedBy = (findingId: Sql): Sql => sql`
  ${standingBy(findingId)} UNION SELECT c."authorId" FROM "Finding" f JOIN "Claim" c ON c.id = f."claimId" WHERE f.id = ${findingId}`

const OPEN: readonly StreamRef['kind'][] = ['document', 'claim', 'project']

/**
 * Whom what happened concerns. An event in a person's own stream tells nobody else, since what is private or held is in
 * no other; where an event is in several streams, the table names the one that tells.
 */
export const TELLINGS: Partial<Record<EventKind, Telling>> = {
  'comment.edited': {
    in: OPEN,
    rows: (subject) => mentionsIn(sql`SELECT c.* FROM "Comment" c WHERE c.id = ${subject}`),
  },
  'annotation.shared': {
    in: OPEN,
    rows: (subject) =>
      mentionsIn(sql`SELECT c.* FROM "Comment" c WHERE c."threadId" = ${subject} AND c."deletedAt" IS NULL`),
  },
  'thread.assigned': {
    in: OPEN,
    rows: (subject) => sql`
      SELECT t."assigneeId" AS who, 'assigned' AS kind, it.topic, it.id AS "topicId", NULL::uuid AS by,
        NULL::uuid AS subject, it."projectId"
      FROM "Thread" t, LATERAL (${topicOf(sql`t.id`)}) it WHERE t.id = ${subject}`,
  },
  'thread.resolved': { in: OPEN, rows: authorOfThread('resolved') },
  'thread.reopened': { in: OPEN, rows: authorOfThread('reopened') },
  'phase.revealed': { in: ['project'], rows: revealed },
  'review.opened': {
    in: ['claim'],
    rows: (subject, streamId) =>
      all(
        tell('review-asked', 'claim', streamId, asked(subject)),
        tell('claim-reviewed', 'claim', streamId, sql`${claimAuthor(streamId)} EXCEPT ${asked(subject)}`),
      ),
  },
  'round.reviewers-changed': {
    in: ['claim'],
    rows: (subject, streamId) => tell('review-asked', 'claim', streamId, asked(subject)),
  },
  'round.revealed': {
    in: ['claim'],
    rows: (subject, streamId) =>
      all(tell('review-revealed', 'claim', streamId, asked(subject)), revealed(sealOf(subject))),
  },
  'finding.overruled': {
    in: ['person'],
    rows: (subject, streamId) => tell('overruled', 'finding', subject, sql`SELECT ${streamId}`),
  },
  'finding.published': {
    in: ['project'],
    rows: (subject) => tell('finding-published', 'finding', subject, standingBy(subject)),
  },
  'finding.corrected': {
    in: ['project'],
    rows: (subject) => tell('finding-corrected', 'finding', subject, concernedBy(subject)),
  },
  'finding.retracted': {
    in: ['project'],
    rows: (subject) => tell('finding-retracted', 'finding', subject, concernedBy(subject)),
  },
  'claim.updated': {
    in: ['claim'],
    rows: (subject) => tell('claim-changed', 'claim', subject, claimAuthor(subject)),
  },
  'member.joined': {
    in: ['workspace'],
    rows: (subject, streamId) =>
      tell(
        'joined',
        'workspace',
        streamId,
        sql`SELECT i."createdById" FROM "Invitation" i WHERE i."workspaceId" = ${streamId} AND i."redeemedById" = ${subject}
          ORDER BY i."redeemedAt" DESC LIMIT 1`,
      ),
  },
}
