import { plainText } from '@/content/plain'
import type { ContentNode } from '@/domain/documents/content'
import { sql, type Tx } from '../db'

/** One number for the whole installation is given out at a time. */
const NUMBERS = 7_310_219

/**
 * The name of the next person who is erased: a number of their own, so that the verdicts and dissents of several stay those
 * of several people.
 */
export async function nextFormerName(tx: Tx): Promise<string> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${NUMBERS})`
  return `Former member ${(await tx.user.count({ where: { erasedAt: { not: null } } })) + 1}`
}

/** Who is to be called otherwise wherever their name was copied. */
type Renaming = { id: string; email: string; name: string }

/**
 * Puts a new name in the place of whatever someone was called, where a copy of it was kept: in what others were answered, in
 * the grounds of published findings, and in comments that mention them, which search reads too.
 */
export async function renameEverywhere(tx: Tx, { id, email, name }: Renaming): Promise<void> {
  const about = sql`LIKE ${`%${id}%`}`
  const grounds = await tx.$queryRaw<{ id: string; json: unknown }[]>`
    SELECT id, grounds AS json FROM "FindingVersion" WHERE grounds::text ${about}`
  for (const { id: version, json } of grounds) {
    const fresh = JSON.stringify(renameIn(json, id, name))
    await tx.$executeRaw`UPDATE "FindingVersion" SET grounds = ${fresh}::jsonb WHERE id = ${version}::uuid`
  }
  // Answers are many, and few of them tell of grounds: all others need no look at each.
  const answers = await tx.$queryRaw<{ userId: string; key: string; json: unknown }[]>`
    SELECT "userId", key, answer AS json FROM "IdempotentAnswer" WHERE answer::text ${about} AND answer::text LIKE '%"says"%'`
  for (const { userId, key, json } of answers) {
    const fresh = JSON.stringify(renameIn(json, id, name))
    await tx.$executeRaw`UPDATE "IdempotentAnswer" SET answer = ${fresh}::json WHERE "userId" = ${userId}::uuid AND key = ${key}`
  }
  const named = `("id": ?"${id}", ?"(?:name|label)": ?)"(?:[^"\\\\]|\\\\.)*"`
  await tx.$executeRaw`
    UPDATE "IdempotentAnswer" SET answer = replace(
      regexp_replace(answer::text, ${named}, ${`\\1${JSON.stringify(name)}`}, 'g'), ${JSON.stringify(email)}, '""')::json
    WHERE answer::text ${about}`
  await renameInComments(tx, id, name)
}

/**
 * The same JSON in which a person is called otherwise: where they stand as a person, and in sentences (`says`) that name them. A
 * name that someone else in it has as well stays in sentences: it is theirs too.
 */
export function renameIn(json: unknown, id: string, name: string): unknown {
  const people = peopleIn(json)
  const [theirs, others] = [people.filter((each) => each.id === id), people.filter((each) => each.id !== id)]
  const names = [...new Set(theirs.map((each) => each.name))].filter(
    (each) => !others.some((other) => other.name === each),
  )
  const inSentence = (text: string) =>
    names.reduce(
      (said, old) => said.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(old)}(?![\\p{L}\\p{N}])`, 'gu'), () => name),
      text,
    )
  const walk = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((each) => walk(each, key))
    if (typeof value === 'string') return key === 'says' ? inSentence(value) : value
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).map(([inner, each]) => [inner, walk(each, inner)] as const)
    return { ...Object.fromEntries(entries), ...(isPerson(value) && value.id === id && { name }) }
  }
  return walk(json, '')
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

type Named = { id: string; name: string }

function isPerson(value: object): value is Named {
  const { id, name, ...rest } = value as Partial<Named>
  return typeof id === 'string' && typeof name === 'string' && Object.keys(rest).every((key) => key === 'email')
}

function peopleIn(value: unknown): Named[] {
  if (typeof value !== 'object' || value === null) return []
  return [...(isPerson(value) ? [value] : []), ...Object.values(value).flatMap(peopleIn)]
}

type Text = { commentId: string; version: number | null; json: ContentNode }

async function renameInComments(tx: Tx, id: string, name: string): Promise<void> {
  const texts = await tx.$queryRaw<Text[]>`
    SELECT c.id AS "commentId", NULL::int AS version, c.json FROM "Comment" c WHERE c.json::text LIKE ${`%${id}%`}
    UNION ALL SELECT r."commentId", r.version, r.json FROM "CommentRevision" r WHERE r.json::text LIKE ${`%${id}%`}`
  for (const { commentId, version, json } of texts) {
    const fresh = renameMention(json, id, name)
    const [content, text] = [JSON.stringify(fresh), plainText(fresh)]
    await (version === null
      ? tx.$executeRaw`UPDATE "Comment" SET json = ${content}::jsonb, text = ${text} WHERE id = ${commentId}::uuid`
      : tx.$executeRaw`UPDATE "CommentRevision" SET json = ${content}::jsonb, text = ${text}
          WHERE "commentId" = ${commentId}::uuid AND version = ${version}`)
  }
}

/** The same text, in which mentions of one person read otherwise. */
export function renameMention(json: ContentNode, id: string, label: string): ContentNode {
  if (json.type === 'mention' && json.attrs?.id === id) return { ...json, attrs: { ...json.attrs, label } }
  return json.content ? { ...json, content: json.content.map((child) => renameMention(child, id, label)) } : json
}
