import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { db, sql, type Sql, type Tx } from '../db'
import { claimsOf } from '../findings/counted'

/** The claims on which a reviewer would show their hand by what they write about a thing of this kind. */
const CLAIMS = {
  annotation: (id: string) => sql`
    SELECT o."claimId" FROM "Occurrence" o
    WHERE o."annotationId" = ${id}::uuid AND o."removedAt" IS NULL AND NOT o.held`,
  claim: (id: string) => sql`SELECT ${id}::uuid`,
  relation: (id: string) => sql`
    SELECT unnest(ARRAY[cr."fromId", cr."toId"]) FROM "ClaimRelation" cr WHERE cr.id = ${id}::uuid`,
  finding: (id: string) => sql`
    SELECT fc.id FROM "Finding" f, LATERAL (${claimsOf}) fc (id) WHERE f.id = ${id}::uuid`,
} satisfies Record<string, (id: string) => Sql>

/** What a thread can be about. */
export type TopicKind = keyof typeof CLAIMS

/** What people write about, with what decides which seal that falls under. */
export type Sealable = { kind: TopicKind; id: string; documentId: string | null; private: boolean; held: boolean }

export type OpenSeal = { id: string; kind: 'phase' | 'round' }

/** The open seals that a person's writing about a thing falls under. */
const sealsOn = (actor: Actor, { kind, id, documentId }: Sealable): Sql => sql`
  SELECT p."sealId" AS id, 'phase' AS kind FROM "PhaseDocument" p WHERE p."documentId" = ${documentId}::uuid AND p.open
  UNION ALL
  SELECT r."sealId", 'round' FROM "Round" r JOIN "RoundReviewer" rr ON rr."roundId" = r.id
  WHERE r.state = 'open' AND r."sealId" IS NOT NULL AND r."claimId" IN (${CLAIMS[kind](id)})
    AND rr."userId" = ${actor.id}::uuid AND rr."droppedAt" IS NULL`

/** Whether something is its author's alone already: what is written in it needs no seal. */
const isAlone = (topic: Sealable): boolean => topic.private || topic.held

/**
 * The seal under which a person's writing about a thing falls, or null: of a phase that is open on its document, or of a
 * sealed round in which they judge a claim that it shows. Where both are open the phase has it, since it holds for all
 * who read. It is only looked up: what is written must stand on `unrevealed`, and what is written openly on `unsealed`.
 */
export async function sealFor(actor: Actor, topic: Sealable, tx: Tx = db): Promise<OpenSeal | null> {
  if (isAlone(topic)) return null
  const [seal] = await tx.$queryRaw<OpenSeal[]>`
    SELECT id, kind FROM (${sealsOn(actor, topic)}) seal ORDER BY kind LIMIT 1`
  return seal ?? null
}

/** The condition that a person's writing about a thing falls under no seal: a look into indexes. */
export function unsealed(actor: Actor, topic: Sealable): Sql {
  return isAlone(topic) ? sql`true` : sql`NOT EXISTS (${sealsOn(actor, topic)})`
}

/** The condition on a "Seal" `s` to be this one and not revealed; read it `FOR SHARE OF s`, so that a reveal waits. */
export const unrevealed = (sealId: string): Sql => sql`s.id = ${sealId}::uuid AND s."revealedAt" IS NULL`

const STILL: Readonly<Record<OpenSeal['kind'], string>> = {
  phase:
    'This document is read independently until the reveal, and what was here before stands still until then. You can add to it: what you add is held until the reveal.',
  round:
    'You judge a claim that this is about, so what was said here before stands still for you until the reveal. You can add to it: what you add is held until then.',
}

/** Refuses a change to what was there before a phase, while that is open on its document. */
export function refuseInPhase({ phaseId, ...it }: { phaseId: string | null; private: boolean; held: boolean }): void {
  if (phaseId !== null && !it.private && !it.held) throw new Refusal('conflict', STILL.phase)
}

/** Refuses a change to what was said about a thing before, while what this person writes about it is sealed. */
export async function refuseSealed(actor: Actor, topic: Sealable, tx: Tx): Promise<void> {
  const seal = await sealFor(actor, topic, tx)
  if (seal) throw new Refusal('conflict', STILL[seal.kind])
}
