import type { AgreementFigure } from '../../findings/disagreement'
import { FEWEST_UNITS, type Agreement } from './agreement'
import type { Figure } from './figure'

/** How many causes go with a figure: as many as one looks at. */
const MOST_CAUSES = 10

type Named = Pick<AgreementFigure, 'name' | 'level' | 'when'>
type Cause = Omit<AgreementFigure['causes'][number], 'share'> & { contribution: number }

/** A figure of agreement as it is told, with what causes most of the disagreement. Causes come with what each adds to it. */
export function figureOf(named: Named, found: Agreement, causes: readonly Cause[]): AgreementFigure {
  const { interval, units, coders, caution } = found
  return {
    ...named,
    ...{ value: found.value, why: whyNot(found, caution), enough: found.value !== null && caution === null },
    ...{ units, coders },
    interval:
      interval.low === null || interval.high === null
        ? null
        : {
            ...{ low: interval.low, high: interval.high, confidence: interval.confidence, method: interval.method },
            ...{ replicates: interval.replicates, undefined: interval.undefinedReplicates },
          },
    causes: gravest(causes, found.observed ?? 0),
  }
}

/** Those causes that bring the most of what was observed, each with its share of it, the largest first. */
export function gravest(causes: readonly Cause[], observed: number): AgreementFigure['causes'] {
  return causes
    .filter(({ contribution }) => contribution > 0)
    .sort((a, b) => b.contribution - a.contribution)
    .slice(0, MOST_CAUSES)
    .map(({ contribution, ...cause }) => ({ ...cause, share: Math.min(1, contribution / observed) }))
}

const UNDEFINED = {
  'too few': 'There is nothing that two people judged.',
  'no variation': 'Undefined: everybody always said the same, so nothing varies.',
} as const

const CAUTION = {
  'too few units': `Too few to interpret: at least ${FEWEST_UNITS} are needed.`,
  'too little variation': 'Too little varies to interpret it.',
} as const

/** Why there is no figure, or why nothing should be read from it; empty where nothing speaks against it. */
export function whyNot(figure: Figure, caution: Agreement['caution']): string {
  if (figure.value === null) return UNDEFINED[figure.why]
  return caution === null ? '' : CAUTION[caution]
}
