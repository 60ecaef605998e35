import type { AgreementFigure } from '@/domain/findings/disagreement'
import { AsTable } from './as-table'
import { rounded, WHEN, type MeasuredOf } from './figure-words'

/** What the table tells of a figure; what only figures of claims have is left out of the others. */
const COLUMNS: readonly { name: string; only?: MeasuredOf; says: (figure: AgreementFigure) => string }[] = [
  { name: 'Of', says: ({ name }) => name },
  { name: 'When', only: 'claims', says: ({ when }) => WHEN[when] },
  { name: 'Alpha', says: ({ value, why }) => [value === null ? '' : rounded(value), why].filter(Boolean).join('; ') },
  {
    name: 'Interval',
    only: 'claims',
    says: ({ interval }) => (interval ? `${rounded(interval.low)} to ${rounded(interval.high)}` : '–'),
  },
  { name: 'Units', says: ({ units }) => String(units) },
  { name: 'People', says: ({ coders }) => String(coders) },
]

/** Figures of agreement as a table: also those that are too few to interpret, with why. */
export function FigureTable({ figures, of }: { figures: readonly AgreementFigure[]; of: MeasuredOf }) {
  const columns = COLUMNS.filter(({ only = of }) => only === of)
  return (
    <AsTable
      columns={columns.map(({ name }) => name)}
      rows={figures.map((figure) => ({
        key: `${figure.name} ${figure.when}`,
        cells: columns.map(({ says }) => says(figure)),
      }))}
    />
  )
}
