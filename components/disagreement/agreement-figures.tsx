import Link from 'next/link'
import type { AgreementFigure } from '@/domain/findings/disagreement'
import { Disclosure } from '@/components/ui/disclosure'
import { FigureTable } from './figure-table'
import { rounded, WHEN, type MeasuredOf } from './figure-words'

const UNITS = { claims: ['claim', 'claims'], spans: ['marked stretch', 'marked stretches'] } as const
const METHODS = {
  claims:
    'Krippendorff’s alpha (2011) with missing data: 1 is perfect agreement, 0 what chance would give, below 0 worse than chance. Ratings that stand apart on an ordered scale count as missing. Each claim counts in the wording that was judged last.',
  spans:
    'Krippendorff’s alpha for unitizing (1995, 2004): whether people marked the same stretches of the text. 1 is perfect agreement, 0 what chance would give. It has no interval: one text can’t be drawn from again.',
} as const

/** Figures of agreement, each with what it can be trusted for and what causes it. */
export function AgreementFigures({ figures, of }: { figures: readonly AgreementFigure[]; of: MeasuredOf }) {
  const names = [...new Set(figures.map(({ name }) => name))]
  return (
    <div className="grid grid-cols-1 gap-4">
      <p className="text-ink-soft max-w-3xl text-sm">{METHODS[of]}</p>
      <ul className="grid grid-cols-1 gap-3">
        {names.map((name) => (
          <li key={name} className="border-line bg-surface rounded-lg border p-4">
            <Named name={name} figures={figures.filter((figure) => figure.name === name)} of={of} />
          </li>
        ))}
      </ul>
      <FigureTable figures={figures} of={of} />
    </div>
  )
}

function Named({ name, figures, of }: { name: string; figures: readonly AgreementFigure[]; of: MeasuredOf }) {
  const level = figures[0]?.level
  return (
    <>
      <h3 className="flex flex-wrap items-baseline gap-x-2 font-medium wrap-anywhere">
        {name}
        {level ? <span className="text-ink-faint text-xs font-normal">alpha, {level}</span> : null}
      </h3>
      <div className={`mt-2 grid gap-x-8 gap-y-4 ${figures.length > 1 ? 'sm:grid-cols-2' : ''}`}>
        {figures.map((figure) => (
          <Figure key={figure.when} figure={figure} of={of} />
        ))}
      </div>
    </>
  )
}

function Figure({ figure, of }: { figure: AgreementFigure; of: MeasuredOf }) {
  const { when, value, why, enough, units, coders, interval, causes } = figure
  const [one, more] = UNITS[of]
  return (
    <div className="min-w-0">
      {of === 'claims' ? <p className="text-ink-soft text-xs">{WHEN[when]}</p> : null}
      {value !== null && enough ? (
        <p className="text-xl font-medium tabular-nums">{rounded(value)}</p>
      ) : (
        <p className="mt-0.5">{why}</p>
      )}
      <p className="text-ink-soft mt-0.5 text-sm">
        {units} {units === 1 ? one : more} by {coders} {coders === 1 ? 'person' : 'people'}
      </p>
      {interval && enough ? <p className="text-ink-soft text-sm">{intervalSays(interval)}</p> : null}
      {causes.length > 0 ? <Causes causes={causes} /> : null}
    </div>
  )
}

/** An interval with its method, and the replicates that had no figure: they are not in it. */
function intervalSays({
  low,
  high,
  confidence,
  method,
  replicates,
  undefined: without,
}: NonNullable<AgreementFigure['interval']>) {
  const drawn = `${method}, ${replicates.toLocaleString('en')} replicates`
  const left = without === 0 ? '' : `; ${without.toLocaleString('en')} of them undefined, and left out`
  return `${Math.round(confidence * 100)} % interval ${rounded(low)} to ${rounded(high)} (${drawn}${left})`
}

function Causes({ causes }: Pick<AgreementFigure, 'causes'>) {
  return (
    <div className="mt-1.5">
      <Disclosure summary={<span className="text-sm">What causes the disagreement</span>}>
        <ol className="grid gap-1.5 text-sm">
          {causes.map((cause) => (
            <li key={placeOf(cause)} className="grid grid-cols-[2.75rem_minmax(0,1fr)] gap-2">
              <span className="text-ink-soft text-right tabular-nums">{percent(cause.share)}</span>
              <Link href={placeOf(cause)} prefetch={false} className="link line-clamp-3 font-serif wrap-anywhere">
                {cause.says || 'To the passage'}
              </Link>
            </li>
          ))}
        </ol>
      </Disclosure>
    </div>
  )
}

const placeOf = ({ claimId, documentId, start, end }: AgreementFigure['causes'][number]): string =>
  claimId ? `/c/${claimId}` : `/d/${documentId}?at=${start}-${end}`

const percent = (share: number): string => (share < 0.005 ? '< 1 %' : `${Math.round(share * 100)} %`)
