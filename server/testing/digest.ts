import { Prisma } from '@/prisma/client/client'
import { db, sql, type Sql } from '../db'

/** Whose rows are looked at: what other tests do beside this one is none of its business. */
export type Scope = { workspaceIds: string[]; userIds: string[] }

type Where = (scope: Scope) => Sql

const below: Where = ({ workspaceIds }) => sql`t."workspaceId" = ANY(${workspaceIds}::uuid[])`
const ofPeople: Where = ({ userIds }) => sql`t."userId" = ANY(${userIds}::uuid[])`

/** All that has a stream of events: workspaces, projects, documents, claims and people. */
const streams: Where = ({ workspaceIds, userIds }) => sql`(
  t.id = ANY(${[...workspaceIds, ...userIds]}::uuid[])
  OR t.id IN (SELECT p.id FROM "Project" p WHERE p."workspaceId" = ANY(${workspaceIds}::uuid[]))
  OR t.id IN (SELECT d.id FROM "Document" d WHERE d."workspaceId" = ANY(${workspaceIds}::uuid[]))
  OR t.id IN (SELECT c.id FROM "Claim" c WHERE c."workspaceId" = ANY(${workspaceIds}::uuid[])))`

/**
 * Every table, and which of its rows belong to a scope. Null leaves a table out: counts of attempts move by design, also
 * for who is refused (and that someone was is audited), the outbox, its links and what webhooks send move by themselves while
 * the server sends, and a set-up link belongs to the whole installation.
 */
const TABLES: Readonly<Record<string, Where | null>> = {
  User: ({ userIds }) => sql`t.id = ANY(${userIds}::uuid[])`,
  Session: ofPeople,
  LinkedAccount: ofPeople,
  MailedLink: null,
  SecondFactor: ofPeople,
  RecoveryCode: ofPeople,
  SignInStep: ofPeople,
  ApiToken: (scope) => sql`(${below(scope)} OR ${ofPeople(scope)})`,
  SetupToken: null,
  Workspace: ({ workspaceIds }) => sql`t.id = ANY(${workspaceIds}::uuid[])`,
  WorkspaceExport: below,
  Membership: (scope) => sql`(${below(scope)} OR ${ofPeople(scope)})`,
  Invitation: below,
  Project: below,
  Label: below,
  Document: below,
  DocumentVersion: below,
  Original: below,
  Annotation: below,
  Thread: below,
  Comment: below,
  CommentRevision: below,
  Mention: below,
  Reaction: below,
  Notification: below,
  NotificationChoice: ofPeople,
  Mail: null,
  ThreadSight: below,
  Seal: below,
  PhaseDocument: below,
  Claim: below,
  ClaimVersion: below,
  Occurrence: below,
  ClaimRelation: below,
  Clearance: below,
  ClearedSpan: below,
  Review: below,
  Round: below,
  RoundReviewer: below,
  Verdict: below,
  VerdictEvidence: below,
  Source: below,
  SourceGrade: below,
  Evidence: below,
  Appraisal: below,
  Attachment: below,
  Question: below,
  Finding: below,
  FindingVersion: below,
  SignOff: below,
  Dissent: below,
  Overruling: below,
  Outcome: below,
  Correction: below,
  SearchEntry: below,
  Webhook: below,
  WebhookProgress: null,
  WebhookCursor: null,
  WebhookDelivery: null,
  Stream: streams,
  Event: (scope) => sql`t."streamId" IN (SELECT t.id FROM "Stream" t WHERE ${streams(scope)})`,
  AuditEntry: (scope) => sql`(
    (${below(scope)} OR t."actorId" = ANY(${scope.userIds}::uuid[])) AND t.action NOT IN ('access.refused', 'sign-in.refused'))`,
  IdempotentAnswer: ofPeople,
  RateLimiterFlexible: null,
}

/** When someone was last seen is written now and then with whatever they ask, be it refused or not. */
const ROW: Readonly<Record<string, Sql>> = {
  Session: sql`(to_jsonb(t) - 'lastSeenAt')::text`,
  ApiToken: sql`(to_jsonb(t) - 'lastUsedAt')::text`,
}

/** What the database holds of a scope: per table, how many rows and a hash over all of them. */
export async function digest(scope: Scope): Promise<Record<string, string>> {
  await requireAllTables()
  const parts = Object.entries(TABLES).flatMap(([name, where]) => {
    const row = ROW[name] ?? sql`t::text`
    return where
      ? sql`SELECT ${name} AS name, count(*) || ' ' || coalesce(md5(string_agg(${row}, '\n' ORDER BY ${row})), '') AS hash
            FROM ${Prisma.raw(`"${name}"`)} t WHERE ${where(scope)}`
      : []
  })
  const rows = await db.$queryRaw<{ name: string; hash: string }[]>(Prisma.join(parts, ' UNION ALL '))
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]))
}

/** Every text that the database holds of a scope, as it stands in columns, lists and JSON. */
export async function textsOf(scope: Scope): Promise<Set<string>> {
  await requireAllTables()
  const texts = new Set<string>()
  for (const [name, where] of Object.entries(TABLES)) {
    if (!where || name === 'Original' || name === 'Attachment') continue
    const rows = await db.$queryRaw<{ row: unknown }[]>(
      sql`SELECT to_jsonb(t) AS row FROM ${Prisma.raw(`"${name}"`)} t WHERE ${where(scope)}`,
    )
    for (const { row } of rows) gather(row, texts)
  }
  return texts
}

function gather(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') into.add(value)
  else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) gather(inner, into)
}

/** A table that nobody told this file about would go unseen. */
async function requireAllTables(): Promise<void> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name::text AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT LIKE '\\_prisma%'`
  const unknown = rows.filter(({ name }) => !(name in TABLES)).map(({ name }) => name)
  if (unknown.length > 0) throw new Error(`Say in digest.ts which rows of ${unknown.join(', ')} belong to a scope.`)
}
