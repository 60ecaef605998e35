'use client'

import { ratingOf, type Detail } from '@/domain/claims/forms'
import { wordsFor } from '@/domain/claims/likelihood'
import type { ContentNode } from '@/domain/documents/content'
import type { Round } from '@/domain/reviews/round'
import type { Verdict, VerdictDetails } from '@/domain/reviews/verdict'
import { CommentText } from '@/components/editor/comment-text'
import { HeldBadge } from '@/components/seals/held-badge'
import { Disclosure } from '@/components/ui/disclosure'
import { Avatar, Badge } from '@/components/ui/small'
import { Time } from '@/components/ui/time'
import { useEvidence } from './use-evidence'

const DECLINED = { unable: 'Can’t judge it', recused: 'Recused' } as const

/** What a verdict comes to, in a word or two. */
export function headlineOf(form: Round['form'], { kind, rating, likelihood }: Verdict): string {
  if (kind !== 'judged') return DECLINED[kind]
  return ratingOf(form, rating)?.name ?? (likelihood === null ? '' : `${likelihood} %`)
}

type Props = {
  form: Round['form']
  verdict: Verdict
  /** What the same person judged before. */
  before?: Verdict | undefined
  /** Shows the reasons at once. */
  open?: boolean
}

/** One person's verdict; its reasons are one click away. */
export function VerdictCard({ form, verdict, before, open = false }: Props) {
  const { author, kind, likelihood, confidence, misleading, createdAt, held } = verdict
  return (
    <article aria-label={`Verdict of ${author.name}`} className="border-line bg-surface rounded-lg border px-3.5 py-3">
      <header className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <Avatar name={author.name} />
        <span className="font-medium">{author.name}</span>
        <span className="font-serif text-lg">{headlineOf(form, verdict)}</span>
        {misleading ? <Badge tone="warning">Misleading</Badge> : null}
        {held ? <HeldBadge /> : null}
        <span className="text-ink-faint ml-auto text-xs">
          <Time at={createdAt} />
        </span>
      </header>
      {before ? <Before form={form} before={before} /> : null}
      {kind === 'judged' ? (
        <dl className="text-ink-soft mt-2 flex flex-wrap gap-x-8 gap-y-1 text-sm">
          {likelihood === null ? null : <Said name="Likelihood">{`${wordsFor(likelihood)}, ${likelihood} %`}</Said>}
          {confidence ? <Said name="Analytic confidence">{confidence}</Said> : null}
        </dl>
      ) : null}
      <div className="mt-2">
        <Disclosure summary={kind === 'judged' ? 'Reasons' : 'Why'} open={open}>
          <Reasons verdict={verdict} />
        </Disclosure>
      </div>
    </article>
  )
}

const Said = ({ name, children }: { name: string; children: string }) => (
  <div>
    <dt className="text-ink-faint text-xs">{name}</dt>
    <dd className="first-letter:uppercase">{children}</dd>
  </div>
)

/** From what someone went over to this. */
function Before({ form, before }: { form: Round['form']; before: Verdict }) {
  const { likelihood } = before
  return (
    <p className="text-ink-faint mt-1 text-sm">
      In round {before.round}: {headlineOf(form, before)}
      {likelihood !== null && before.rating !== null ? `, at ${likelihood} %` : ''}
    </p>
  )
}

/** What each detail is called beside its text. */
const DETAIL_NAMES: Readonly<Record<Exclude<Detail, 'searches'>, string>> = {
  deadline: 'Deadline',
  settles: 'What would settle it',
  alternatives: 'What else may have brought it about',
}

function Reasons({ verdict: { claimId, rationale, text, misleading, details, evidenceIds } }: { verdict: Verdict }) {
  return (
    <div className="grid gap-3">
      {rationale ? (
        <CommentText json={rationale as ContentNode} />
      ) : (
        <p className="wrap-anywhere whitespace-pre-line">{text}</p>
      )}
      <dl className="grid gap-2 text-sm empty:hidden">
        {misleading ? <Told name="What misleads">{misleading}</Told> : null}
        {(Object.keys(DETAIL_NAMES) as (keyof typeof DETAIL_NAMES)[]).map((detail) =>
          details[detail] ? (
            <Told key={detail} name={DETAIL_NAMES[detail]}>
              {details[detail]}
            </Told>
          ) : null,
        )}
        {details.searches.length > 0 ? (
          <Told name="Where and when it was looked for">{details.searches.map(searchWords).join('\n')}</Told>
        ) : null}
      </dl>
      {evidenceIds.length > 0 ? <ReliedOn claimId={claimId} evidenceIds={evidenceIds} /> : null}
    </div>
  )
}

const Told = ({ name, children }: { name: string; children: string }) => (
  <div>
    <dt className="text-ink-faint text-xs">{name}</dt>
    <dd className="wrap-anywhere whitespace-pre-line">{children}</dd>
  </div>
)

const searchWords = ({ where, when, found }: VerdictDetails['searches'][number]): string =>
  [where, when, found].filter(Boolean).join(' · ')

/** The evidence that a verdict relies on, by its title. */
function ReliedOn({ claimId, evidenceIds }: { claimId: string; evidenceIds: readonly string[] }) {
  const { data } = useEvidence(claimId)
  const named = data?.filter(({ id }) => evidenceIds.includes(id)) ?? []
  return (
    <div className="text-sm">
      <p className="text-ink-faint text-xs">Relies on</p>
      <ul className="list-disc pl-4">
        {named.map(({ id, title, passage }) => (
          <li key={id} className="wrap-anywhere">
            {title || passage?.documentTitle}
          </li>
        ))}
      </ul>
    </div>
  )
}
