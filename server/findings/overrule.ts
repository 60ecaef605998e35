import { lastWords } from '@/domain/findings/last-words'
import type { Finding, FindingContent, Grounds } from '@/domain/findings/finding'
import type { Person } from '@/domain/people/person'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import type { Tx } from '../db'
import { record, type Happened } from '../events'
import { authoriseFinding, findFinding, type FindingFacts } from './find-finding'
import { toldOfFinding } from './happened'
import { readFinding } from './present'
import { requireFree } from './require-free'

/** The reviewers whose rating a finding does not follow, by their last word; none where it leaves the rating open. */
export function overruledIn({ rating }: FindingContent, { verdicts }: Grounds): Person[] {
  if (rating === null) return []
  return lastWords(verdicts)
    .filter((verdict) => verdict.rating !== null && verdict.rating !== rating)
    .map(({ author }) => author)
}

/** Refuses to overrule people without a word to them. */
export function requireReason(overruled: readonly Person[], reason: string): void {
  if (overruled.length === 0 || reason !== '') return
  const names = overruled.map(({ name }) => name).join(', ')
  const message = `This finding does not follow the rating of ${names}. Please tell them why.`
  throw new Refusal('invalid', message, { fields: [{ field: 'overruling', message }] })
}

type Version = { id: string; finding: FindingFacts; reason: string }

/** Keeps whom a published version overrules, and tells each of them in their own stream. */
export async function overrule(
  tx: Tx,
  { id: findingVersionId, finding, reason }: Version,
  overruled: readonly Person[],
): Promise<Happened[]> {
  const { id, workspaceId } = finding
  const rows = overruled.map(({ id: userId }) => ({ findingVersionId, userId, workspaceId, reason }))
  await tx.overruling.createMany({ data: rows })
  return overruled.map((person) => ({
    in: { kind: 'person', id: person.id },
    kind: 'finding.overruled',
    subject: id,
    workspaceId,
  }))
}

/** Answers a published finding that did not follow one's rating; it is read beside the reason. Answering again replaces it. */
export async function answerOverruling(
  actor: Actor,
  findingId: string,
  { answer }: { answer: string },
): Promise<Finding> {
  return record(actor, async (tx) => {
    const found = await findFinding(actor, findingId, tx)
    authoriseFinding(actor, 'finding:sign', found)
    await requireFree(actor, tx, found)
    const { count } = await tx.overruling.updateMany({
      where: { userId: actor.id, findingVersion: { findingId, number: found.number } },
      data: { answer, answeredAt: new Date() },
    })
    if (count === 0) throw new Refusal('conflict', 'This finding follows your rating: there is nothing to answer.')
    return { answer: await readFinding(actor, findingId, tx), happened: toldOfFinding(found, 'overruling.answered') }
  })
}
