import Link from 'next/link'
import { found } from '@/app/_door/page'
import { AgreementFigures } from '@/components/disagreement/agreement-figures'
import { AsTable } from '@/components/disagreement/as-table'
import { ClaimSplit, type SplitClaim } from '@/components/disagreement/claim-split'
import { LikelihoodKey } from '@/components/disagreement/likelihood-scale-head'
import { Pairwise } from '@/components/disagreement/pairwise'
import { splitFigure } from '@/components/disagreement/split-bar'
import { buttonClass } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/small'
import { projectAgreement } from '@/server/disagreement/project-agreement'
import type { OpenedProject } from '../frame'
import { readSplits } from './read-splits'

/** The claims over which people differ, who judges alike, and the figures behind "Methods". */
export async function ClaimsView({ actor, project, cursor }: OpenedProject & { cursor: string | undefined }) {
  const [{ items, next }, { figures, people, pairs }] = await found(
    Promise.all([readSplits(actor, project.id, cursor), projectAgreement(actor, project.id)]),
  )
  if (items.length === 0 && cursor === undefined && people.length === 0) return <Nothing projectId={project.id} />
  const home = `/p/${project.id}/disagreement`
  return (
    <div className="grid grid-cols-1 gap-10">
      <section aria-labelledby="splits">
        <h2 id="splits" className="sr-only">
          Claims by split
        </h2>
        <Splits items={items} me={actor.id} first={cursor === undefined} />
        {next === null && cursor === undefined ? null : (
          <nav aria-label="Pages" className="mt-4 flex justify-center gap-2">
            {cursor === undefined ? null : (
              <Link className={buttonClass()} href={home}>
                First page
              </Link>
            )}
            {next === null ? null : (
              <Link className={buttonClass()} href={`${home}?cursor=${encodeURIComponent(next)}`}>
                Next page
              </Link>
            )}
          </nav>
        )}
      </section>
      {pairs.length > 0 ? (
        <section aria-labelledby="alike">
          <h2 id="alike" className="font-serif text-xl font-semibold tracking-tight">
            Who judges alike
          </h2>
          <p className="text-ink-soft mb-3">
            How often each two gave the same rating, or the same words of likelihood, before they talked.
          </p>
          <Pairwise people={people} pairs={pairs} />
        </section>
      ) : null}
      {figures.length > 0 ? (
        <Disclosure summary="Methods">
          <AgreementFigures figures={figures} of="claims" />
        </Disclosure>
      ) : null}
    </div>
  )
}

function Splits({ items, me, first }: { items: readonly SplitClaim[]; me: string; first: boolean }) {
  if (items.length === 0) {
    return (
      <p role="status" className="text-ink-soft py-6">
        {first ? 'No claim has been judged by two people yet.' : 'Nothing more follows.'}
      </p>
    )
  }
  const likely = items.flatMap(({ opinions }) => opinions.likelihoods)
  return (
    <>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <p className="text-ink-soft text-sm">A split is from 0, all agree, to 1, as far apart as so many can be.</p>
        {likely.length > 0 ? <LikelihoodKey moved={likely.some(({ first, now }) => first !== now)} /> : null}
      </div>
      <ol className="grid grid-cols-1 gap-3">
        {items.map((split, index) => (
          <ClaimSplit key={split.claim.id} split={split} rank={first ? index + 1 : null} me={me} />
        ))}
      </ol>
      <div className="mt-4">
        <AsTable
          columns={['Claim', 'Split']}
          rows={items.map(({ claim, split }) => ({ key: claim.id, cells: [claim.statement, splitFigure(split)] }))}
        />
      </div>
    </>
  )
}

const Nothing = ({ projectId }: { projectId: string }) => (
  <div className="border-line-strong rounded-xl border border-dashed">
    <EmptyState
      title="Nothing has been revealed yet"
      action={
        <Link href={`/p/${projectId}/claims`} className={buttonClass()}>
          To the claims
        </Link>
      }
    >
      <p>
        When reviewers have judged a claim, each alone, and their verdicts are revealed, this page shows who said what,
        the largest split first. Open a review from a claim to begin.
      </p>
    </EmptyState>
  </div>
)
