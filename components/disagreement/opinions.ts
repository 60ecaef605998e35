import type { Person } from '@/domain/people/person'
import type { Round } from '@/domain/reviews/round'
import type { Verdict } from '@/domain/reviews/verdict'

/** What someone said at first, before they talked, and what they say now. */
export type Opinion<T> = { person: Person; first: T; now: T }

/** Someone who was asked and does not judge, with the reason that they gave. */
export type Apart = { person: Person; kind: 'unable' | 'recused'; reason: string }

/** What the pictures need of a round. */
export type Judged = Pick<Round, 'state' | 'number' | 'claimVersion' | 'verdicts'>

/** What was said of one claim by everyone who was asked, in the order of their names. */
export type Opinions = { likelihoods: Opinion<number>[]; ratings: Opinion<string>[]; apart: Apart[] }

/**
 * Reads the opinions from the rounds of a claim. Only revealed rounds count, and of these the ones about the wording that
 * was judged last: figures about different statements can't be compared. Who said in the end that they can't judge
 * stands apart, whatever they had said before.
 */
export function opinionsOf(rounds: readonly Judged[]): Opinions {
  const said = new Map<string, Verdict[]>()
  for (const verdict of comparable(rounds).flatMap(({ verdicts }) => verdicts))
    said.set(verdict.author.id, [...(said.get(verdict.author.id) ?? []), verdict])
  const people = [...said.values()].sort(byName)
  return {
    likelihoods: people.flatMap((verdicts) => opinion(verdicts, ({ likelihood }) => likelihood)),
    ratings: people.flatMap((verdicts) => opinion(verdicts, ({ rating }) => rating)),
    apart: people.flatMap((verdicts) => apart(verdicts.at(-1))),
  }
}

/** The revealed rounds about the wording that was judged last, oldest first. */
function comparable(rounds: readonly Judged[]): Judged[] {
  const revealed = rounds.filter(({ state }) => state === 'revealed').sort((a, b) => a.number - b.number)
  const wording = revealed.at(-1)?.claimVersion
  return revealed.filter(({ claimVersion }) => claimVersion === wording)
}

/** The opinion in one person's verdicts, oldest first: none where the last one says nothing of the kind. */
function opinion<T>(verdicts: readonly Verdict[], read: (verdict: Verdict) => T | null): Opinion<T>[] {
  const given = verdicts.map((verdict) => (verdict.kind === 'judged' ? read(verdict) : null))
  const [now, first] = [given.at(-1) ?? null, given.find((each) => each !== null) ?? null]
  const person = verdicts[0]?.author
  return person && now !== null && first !== null ? [{ person, first, now }] : []
}

function apart(last: Verdict | undefined): Apart[] {
  return last && last.kind !== 'judged' ? [{ person: last.author, kind: last.kind, reason: last.text }] : []
}

const names = new Intl.Collator('en')

const byName = ([a]: Verdict[], [b]: Verdict[]): number =>
  a && b ? names.compare(a.author.name, b.author.name) || (a.author.id < b.author.id ? -1 : 1) : 0
