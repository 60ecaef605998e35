import type { Actor } from '@/domain/permissions/policy'
import { Prisma } from '@/prisma/client/client'
import { sql, type Sql } from '../db'
import { jsonOf, rowsOf } from './rows'
import { zipped, type Entry, type Listed } from './zip-stream'

/** Every table of what people write, and the column with who did. A test holds it against the database. */
export const WRITTEN: Readonly<Record<string, 'authorId' | 'raterId'>> = {
  Annotation: 'authorId',
  Comment: 'authorId',
  Reaction: 'authorId',
  Claim: 'authorId',
  ClaimVersion: 'authorId',
  Occurrence: 'authorId',
  ClaimRelation: 'authorId',
  ClearedSpan: 'authorId',
  Verdict: 'authorId',
  Source: 'authorId',
  SourceGrade: 'raterId',
  Evidence: 'authorId',
  Appraisal: 'raterId',
  Attachment: 'authorId',
  Question: 'authorId',
  Finding: 'authorId',
  Dissent: 'authorId',
  Correction: 'authorId',
}

/** What is kept of the person themself: without what would let anyone in. */
const OWN: Readonly<Record<string, (me: Sql) => Sql>> = {
  account: (me) => sql`(SELECT u.id, u.name, u.email, u."createdAt" FROM "User" u WHERE u.id = ${me})`,
  sessions: (me) =>
    sql`(SELECT s.id, s.address, s."userAgent", s."createdAt", s."lastSeenAt", s."expiresAt" FROM "Session" s WHERE s."userId" = ${me})`,
  workspaces: (me) => sql`(SELECT m."workspaceId" AS id, w.name, m.role, m."createdAt" AS "joinedAt"
    FROM "Membership" m JOIN "Workspace" w ON w.id = m."workspaceId" WHERE m."userId" = ${me})`,
  choices: (me) =>
    sql`(SELECT c."scopeId" AS id, c.level, c.mail FROM "NotificationChoice" c WHERE c."userId" = ${me})`,
  notifications: (
    me,
  ) => sql`(SELECT n.id, n."workspaceId", n."projectId", n.kind, n.topic, n."topicId", n.at, n."readAt"
    FROM "Notification" n WHERE n."userId" = ${me})`,
}

/** A reaction has no id of its own. */
const REACTION = { key: sql`t."commentId"::text || ' ' || t.kind::text`, ids: false }

/** Files without what is in them. */
const ATTACHMENTS = sql`(SELECT f.id, f."workspaceId", f."projectId", f.name, f."mediaType", f.size, f.sha256, f."authorId", f."createdAt" FROM "Attachment" f)`

/** The archive says nothing of when it was made: asked for twice, it is the same to the byte. The first moment that a zip can name. */
const NO_MOMENT = new Date(1980, 0, 1)

const ABOUT =
  'What you wrote in the workspaces that you belong to, and what is kept of you. What you wrote in a workspace that you have left is with that workspace: ask its owners.'

/** All that is the actor's: what they wrote, in private and under seals too, their settings, and what they were told. */
export function myData(actor: Actor): AsyncGenerator<Uint8Array> {
  const manifest = (files: readonly Listed[]) =>
    `${JSON.stringify({ format: 'assay-person', version: 1, person: { id: actor.id, name: actor.name }, about: ABOUT, files }, null, 1)}\n`
  return zipped(entriesOf(actor), NO_MOMENT, manifest)
}

async function* entriesOf(actor: Actor): AsyncGenerator<Entry> {
  const me = sql`${actor.id}::uuid`
  for (const [name, of] of Object.entries(OWN)) {
    yield { path: `${name}.json`, pieces: jsonOf(rowsOf({ key: sql`t.id`, row: sql`t`, from: sql`${of(me)} t` })) }
  }
  for (const [table, author] of Object.entries(WRITTEN)) {
    const rows = table === 'Attachment' ? ATTACHMENTS : Prisma.raw(`"${table}"`)
    const from = sql`${rows} t WHERE t.${Prisma.raw(`"${author}"`)} = ${me} AND t."workspaceId" = ANY(${[...actor.roles.keys()]}::uuid[])`
    const key = table === 'Reaction' ? REACTION : { key: sql`t.id` }
    yield { path: `written/${table}.json`, pieces: jsonOf(rowsOf({ ...key, row: sql`t`, from })) }
  }
}
