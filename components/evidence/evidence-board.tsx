import type { Evidence } from '@/domain/evidence/evidence'
import { originsAmong, placeOf, PLACES, type Origins, type Place } from '@/domain/evidence/standing'
import { counted } from '@/components/claims/counted'
import { EvidenceCard } from './evidence-card'

type Props = {
  projectId: string
  /** All evidence of one claim that its reader can see. */
  pieces: readonly Evidence[]
  me: string
  appraises: boolean
  /** The ids of what the reader may change and remove. */
  changeable: readonly string[]
}

/** For and against stand side by side; below them what speaks neither for nor against. */
const SIDES = ['supports', 'refutes'] as const satisfies readonly Place[]
const BELOW = ['divided', 'qualifies', 'context', 'unappraised'] as const satisfies readonly Place[]

const EDGES: Readonly<Record<(typeof SIDES)[number], string>> = {
  supports: 'border-success',
  refutes: 'border-danger',
}

/** The evidence of a claim, each piece where most people put it. */
export function EvidenceBoard({ pieces, ...shown }: Props) {
  const at = (place: Place) =>
    pieces.filter(({ appraisals }) => placeOf(appraisals.map((each) => each.stance)) === place)
  return (
    <div className="grid gap-6">
      <div className="grid items-start gap-x-5 gap-y-6 md:grid-cols-2">
        {SIDES.map((place) => (
          <Group key={place} place={place} pieces={at(place)} edge={EDGES[place]} {...shown} />
        ))}
      </div>
      {BELOW.map((place) => {
        const here = at(place)
        return here.length > 0 ? <Group key={place} place={place} pieces={here} wide {...shown} /> : null
      })}
    </div>
  )
}

type GroupProps = Props & { place: Place; edge?: string; wide?: boolean }

function Group({ place, pieces, edge, wide = false, changeable, ...shown }: GroupProps) {
  const { name, means } = PLACES[place]
  const id = `evidence-${place}`
  return (
    <section aria-labelledby={id} className={edge ? `border-t-2 pt-2.5 ${edge}` : ''}>
      <div className="mb-2.5 flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 id={id} className="font-semibold" title={means}>
          {name} <span className="text-ink-faint font-normal">{pieces.length}</span>
        </h3>
        {pieces.length > 0 ? <p className="text-ink-soft text-sm">{originsSaid(originsAmong(pieces))}</p> : null}
      </div>
      {pieces.length === 0 ? (
        <p className="text-ink-faint border-line-mid rounded-lg border border-dashed px-3.5 py-3">Nothing so far.</p>
      ) : (
        <ul className={`grid items-start gap-3 ${wide ? 'md:grid-cols-2 md:gap-x-5' : ''}`}>
          {pieces.map((piece) => (
            <li key={piece.id} className="min-w-0">
              <EvidenceCard evidence={piece} changes={changeable.includes(piece.id)} {...shown} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** "2 independent origins, 1 retracted, 1 piece without a source". */
function originsSaid({ independent, retracted, unnamed }: Origins): string {
  const parts = [
    independent > 0 || unnamed === 0 ? counted(independent, 'independent origin') : '',
    retracted > 0 ? `${retracted} retracted` : '',
    unnamed > 0 ? `${counted(unnamed, 'piece')} without a source` : '',
  ]
  return parts.filter(Boolean).join(', ')
}
