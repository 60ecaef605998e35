import type { Agreement as Told, AgreementFigure } from '../../findings/disagreement'
import type { Person } from '../../people/person'
import { FEWEST_UNITS } from './agreement'
import { gravest, whyNot } from './say'
import { unitizingAlpha, type LabelAgreement, type Mark, type Stretch } from './unitizing'

/** A text that all coders read, and what they marked in it: the place of the coder, the span, the label. */
export type ReadText = {
  documentId: string
  length: number
  marks: readonly (readonly [coder: number, start: number, end: number, label: string])[]
}
export type ReadTexts = { coders: readonly Person[]; texts: readonly ReadText[] }

/**
 * How far coders marked the same passages, by label and in all: alpha for unitizing. Several texts are one continuum, one
 * after the other. There is no interval: a text is one unit of analysis, and one can't be drawn from again. What the
 * passages say is left to whoever has the texts.
 */
export function agreementOfSpans({ coders, texts }: ReadTexts): Told {
  const starts = texts.map((_, index) => texts.slice(0, index).reduce((sum, { length }) => sum + length, 0))
  const length = texts.reduce((sum, text) => sum + text.length, 0)
  const marks = coders.map((): Mark[] => [])
  for (const [index, text] of texts.entries()) {
    const from = starts[index] ?? 0
    for (const [coder, start, end, label] of text.marks)
      marks[coder]?.push({ start: from + start, end: from + end, label })
  }
  const found = unitizingAlpha(marks, length)
  const place = ({ start, end, disagreement }: Stretch) => {
    const index = starts.findLastIndex((from) => from <= start)
    const [from, text] = [starts[index] ?? 0, texts[index]]
    return {
      ...{ claimId: null, documentId: text?.documentId ?? null, start: start - from, end: end - from, says: '' },
      contribution: disagreement,
    }
  }
  const figure = (name: string, of: Pick<LabelAgreement, 'units' | 'stretches' | 'observed'> & typeof found) => {
    const caution = of.units < FEWEST_UNITS ? 'too few units' : null
    return {
      ...{ name, level: null, when: 'first' as const, value: of.value, why: whyNot(of, caution) },
      ...{ enough: of.value !== null && caution === null, units: of.units, coders: coders.length, interval: null },
      causes: gravest(of.stretches.map(place), of.observed ?? 0),
    } satisfies AgreementFigure
  }
  const all = {
    ...found,
    units: found.labels.reduce((sum, { units }) => sum + units, 0),
    stretches: found.labels.flatMap(({ stretches }) => stretches),
  }
  const labels = [...found.labels].sort((a, b) => (a.label < b.label ? -1 : 1))
  return {
    figures: [
      ...(labels.length > 1 ? [figure('All labels', all)] : []),
      ...labels.map((of) => figure(of.label, { ...of, labels: [] })),
    ],
    people: [...coders],
    pairs: [],
  }
}
