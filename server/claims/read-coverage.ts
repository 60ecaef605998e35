import { z } from 'zod'
import { cover, type CoveredSentence, type Looked } from '@/domain/claims/cover'
import type { Coverage, Sentence } from '@/domain/claims/coverage'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { notFound } from '@/domain/refusal'
import { cursor, paged } from '../cursor'
import { db, type Tx } from '../db'
import { findDocument } from '../documents/find-document'
import { findVersion, type FrozenVersion } from '../documents/find-version'
import { visibleTo } from '../visible-to'
import { findSentences } from './find-sentences'
import { seenClaim, seenOccurrences } from './seen'

const place = cursor(z.strictObject({ start: z.int32() }))

/**
 * Which sentences of a document's newest version are claimed, cleared as nothing to check, or not looked at, as the actor
 * may know it. The counts are of the whole document, the sentences come by pages.
 */
export async function readCoverage(
  actor: Actor,
  documentId: string,
  { cursor: text, limit }: { cursor?: string | undefined; limit: number },
  tx: Tx = db,
): Promise<Coverage> {
  authorise(actor, 'document:read', await findDocument(documentId, tx), 'document')
  const version = await findNewest(documentId, tx)
  const [sentences, claims, cleared] = await Promise.all([
    findSentences(version),
    readClaimed(actor, version, tx),
    readCleared(actor, version, tx),
  ])
  const covered = cover(sentences, { claims, cleared })
  const after = place.read(text)?.start ?? -1
  const rest = covered.filter(({ start }) => start > after).slice(0, limit + 1)
  const byId = new Map(cleared.map((span) => [span.id, span]))
  const page = paged(rest, limit, (it) => present(it, version, byId), ({ start }) => place.write({ start })) // prettier-ignore
  return { documentId, versionId: version.id, ...countsOf(covered), ...page }
}

async function findNewest(documentId: string, tx: Tx): Promise<FrozenVersion> {
  const row = await tx.documentVersion.findFirst({
    where: { documentId },
    orderBy: { number: 'desc' },
    select: { id: true },
  })
  const version = row && (await findVersion(row.id))
  if (!version) throw notFound('document')
  return version
}

/** Passages of a version in which claims occur, with the ids of these. */
function readClaimed(actor: Actor, version: FrozenVersion, tx: Tx): Promise<Looked[]> {
  return tx.$queryRaw<Looked[]>`
    SELECT DISTINCT a.start, a."end", c.id
    FROM ${seenOccurrences(actor)} JOIN "Claim" c ON c.id = o."claimId" AND ${seenClaim(actor, 'c')}
    WHERE a."documentId" = ${version.documentId}::uuid AND a."versionId" = ${version.id}::uuid
    ORDER BY a.start, a."end", c.id`
}

type Cleared = Looked & { authorId: string; authorName: string; held: boolean }

/** Stretches of a version in which people found nothing to check. */
function readCleared(actor: Actor, version: FrozenVersion, tx: Tx): Promise<Cleared[]> {
  return tx.$queryRaw<Cleared[]>`
    SELECT s.id, s.start, s."end", s."authorId", u.name AS "authorName", s.held
    FROM "ClearedSpan" s JOIN "User" u ON u.id = s."authorId"
    WHERE s."documentId" = ${version.documentId}::uuid AND s."versionId" = ${version.id}::uuid
      AND s."removedAt" IS NULL AND ${visibleTo.held(actor, 's')}
    ORDER BY s.start, s.id`
}

function countsOf(covered: readonly CoveredSentence[]): Pick<Coverage, CoveredSentence['status']> {
  const counts = { claimed: 0, cleared: 0, unseen: 0 }
  for (const { status } of covered) counts[status]++
  return counts
}

function present(
  { start, end, status, claimIds, clearedBy }: CoveredSentence,
  { text }: FrozenVersion,
  spans: ReadonlyMap<string, Cleared>,
): Sentence {
  const cleared = clearedBy.flatMap((id) => {
    const span = spans.get(id)
    return span ? [{ id, by: { id: span.authorId, name: span.authorName }, held: span.held }] : []
  })
  return { start, end, text: text.slice(start, end), status, claimIds, cleared }
}
