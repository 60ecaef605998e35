import Link from 'next/link'
import { counted } from '@/components/claims/counted'
import { TypeName } from '@/components/claims/claim-badges'
import { Badge } from '@/components/ui/small'
import { Time } from '@/components/ui/time'
import type { Finding } from '@/domain/findings/finding'

const STATES = {
  draft: { name: 'Draft', tone: 'plain' },
  published: { name: 'Published', tone: 'accent' },
  retracted: { name: 'Retracted', tone: 'danger' },
} as const

/** What a finding is about, and where it stands. */
export function FindingHead({ finding }: { finding: Finding }) {
  const { claim, document, state, published, updatedBy, updatedAt, dissents } = finding
  const corrected = state === 'published' && published !== null && published.number > 1
  return (
    <header className="grid gap-2">
      <p className="text-ink-soft flex flex-wrap items-center gap-2 text-sm">
        {claim ? 'Finding on a claim' : 'Finding on a document'}
        {claim ? <TypeName type={claim.type} /> : null}
        <Badge tone={STATES[state].tone}>{corrected ? 'Corrected' : STATES[state].name}</Badge>
      </p>
      <h1 className="max-w-3xl font-serif text-2xl leading-snug font-semibold tracking-tight text-pretty wrap-anywhere">
        {claim?.statement ?? document?.title}
      </h1>
      <p className="text-ink-soft flex flex-wrap gap-x-2 text-sm">
        <Link href={claim ? `/c/${claim.id}` : `/d/${document?.id}`} prefetch={false} className="link">
          {claim ? 'The claim, its evidence and its verdicts' : 'The document'}
        </Link>
        <span aria-hidden>·</span>
        {published ? (
          <span>
            Version {published.number}, <Time at={published.publishedAt} />, by {published.publishedBy.name}
          </span>
        ) : (
          <span>
            Written by {updatedBy.name}, <Time at={updatedAt} />
          </span>
        )}
        {dissents.length > 0 ? (
          <>
            <span aria-hidden>·</span>
            <span>{counted(dissents.length, 'dissent')}</span>
          </>
        ) : null}
      </p>
    </header>
  )
}
