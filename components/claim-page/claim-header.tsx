import Link from 'next/link'
import type { Claim } from '@/domain/claims/claim'
import { CLAIM_STATES, PINNED } from '@/domain/claims/states'
import { PRIORITIES } from '@/domain/claims/words'
import { StateBadge, TypeName } from '@/components/claims/claim-badges'
import { HeldBadge } from '@/components/seals/held-badge'
import { Badge } from '@/components/ui/small'
import { Time } from '@/components/ui/time'

/** What a claim says, where it stands and what that means, and where it comes from. */
export function ClaimHeader({ claim }: { claim: Claim }) {
  const { statement, type, state, reason, priority, held, author, createdAt, number } = claim
  return (
    <header className="grid gap-3">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1.5 text-sm">
        <span className="text-ink-soft">
          <TypeName type={type} />
        </span>
        <StateBadge state={state} />
        {priority === 'normal' ? null : (
          <Badge tone={priority === 'high' ? 'warning' : 'plain'}>{PRIORITIES[priority]} priority</Badge>
        )}
        {held ? <HeldBadge /> : null}
      </div>
      <h1 className="max-w-3xl font-serif text-2xl leading-snug font-semibold tracking-tight text-pretty wrap-anywhere">
        {statement}
      </h1>
      <div className="text-ink-soft max-w-3xl">
        <p>
          {CLAIM_STATES[state].means}
          {PINNED.includes(state) ? ' Its wording and its passages are pinned until the reveal.' : ''}
        </p>
        {reason ? <p className="mt-1 wrap-anywhere whitespace-pre-line">{reason}</p> : null}
        <Kin claim={claim} />
      </div>
      <p className="text-ink-faint text-sm">
        Proposed by {author.name} · <Time at={createdAt} />
        {number > 1 ? (
          <>
            {' · '}
            <a href="#history" className="link">
              wording {number}
            </a>
          </>
        ) : null}
      </p>
    </header>
  )
}

/** The claims that it repeats or was made of. */
function Kin({ claim: { duplicateOf, splitFrom } }: { claim: Claim }) {
  const kin = [
    { says: 'It repeats', claim: duplicateOf },
    { says: 'A part of', claim: splitFrom },
  ]
  return kin.map(({ says, claim }) =>
    claim ? (
      <p key={says} className="mt-1">
        {says}{' '}
        <Link href={`/c/${claim.id}`} prefetch={false} className="link font-serif">
          {claim.statement}
        </Link>
      </p>
    ) : null,
  )
}

/** What is fixed about a claim besides its words; nothing where nothing is. */
export function ClaimFacts({ claim: { claimant, claimedOn, asOf, terms } }: { claim: Claim }) {
  const facts = [
    { name: 'Claimed by', value: claimant },
    { name: 'Claimed on', value: claimedOn },
    { name: 'As of', value: asOf },
    ...terms.map(({ term, meaning }) => ({ name: `“${term}”`, value: meaning })),
  ].filter(({ value }) => value !== '')
  if (facts.length === 0) return null
  return (
    <dl className="grid max-w-3xl gap-x-4 gap-y-1 text-sm sm:grid-cols-[auto_1fr]">
      {facts.map(({ name, value }) => (
        <div key={name} className="contents">
          <dt className="text-ink-faint wrap-anywhere">{name}</dt>
          <dd className="mb-1 wrap-anywhere sm:mb-0">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
