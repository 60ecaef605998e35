import { wordsFor } from '@/domain/claims/likelihood'
import { AsTable } from './as-table'
import type { Opinion, Opinions } from './opinions'

type Column = { name: string; of: (personId: string) => string }

const MISSING = '–'

/** Who said what of one claim as a table: ratings where there are any, and likelihoods where there are any. */
export function OpinionTable({ opinions, nameOf }: { opinions: Opinions; nameOf: (rating: string) => string }) {
  const { ratings, likelihoods } = opinions
  const columns = [...twice('Rating', ratings, nameOf), ...twice('Likelihood', likelihoods, inWords)]
  const people = new Map([...ratings, ...likelihoods].map(({ person }) => [person.id, person]))
  return (
    <AsTable
      columns={['Person', ...columns.map(({ name }) => name)]}
      rows={[...people.values()].map(({ id, name }) => ({
        key: id,
        cells: [name, ...columns.map(({ of }) => of(id))],
      }))}
    />
  )
}

const inWords = (likelihood: number): string => `${likelihood} %, ${wordsFor(likelihood)}`

/** What was said first and what is said now, in a column each; the same column once where nobody has moved. */
function twice<T>(name: string, opinions: readonly Opinion<T>[], words: (value: T) => string): Column[] {
  if (opinions.length === 0) return []
  const column = (title: string, read: (opinion: Opinion<T>) => T): Column => ({
    name: title,
    of: (personId) => {
      const opinion = opinions.find(({ person }) => person.id === personId)
      return opinion ? words(read(opinion)) : MISSING
    },
  })
  const now = column(name, (opinion) => opinion.now)
  const moved = opinions.some(({ first, now }) => first !== now)
  return moved ? [column(`${name} at first`, ({ first }) => first), { ...now, name: `${name} now` }] : [now]
}
