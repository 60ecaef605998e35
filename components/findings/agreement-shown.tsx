import type { Grounds } from '@/domain/findings/finding'

/** How far the reviewers agreed, in people's names: each alone at first, and after they talked. */
export function AgreementShown({ agreement }: Pick<Grounds, 'agreement'>) {
  if (agreement.length === 0) return <p className="text-ink-soft">No verdicts were revealed about it.</p>
  return (
    <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr]">
      {agreement.map(({ name, value, says }) => (
        <div key={name} className="contents">
          <dt className="text-ink-soft text-sm sm:pt-px">{name}</dt>
          <dd className="mb-1 wrap-anywhere sm:mb-0">
            {says}
            {value === null ? null : (
              <span className="text-ink-soft text-sm">
                {' '}
                {value === 0 ? 'Unanimous.' : `Split ${value.toFixed(2)}.`}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
