import type { Round } from '@/domain/reviews/round'
import { offered } from './rating-field'

const REST = [
  { kind: 'unable', name: 'Can’t judge it' },
  { kind: 'recused', name: 'Recused' },
] as const

/** The split itself: who gave which rating, along the scale of the round. */
export function Scale({ round: { form, verdicts } }: { round: Round }) {
  if (form.ratings.length === 0) return null
  const rated = offered(form).map(({ key, name, value }) => ({
    ...{ key, name, apart: value === null },
    people: verdicts.filter(({ kind, rating }) => kind === 'judged' && rating === key).map(({ author }) => author),
  }))
  const rest = REST.map(({ kind, name }) => ({
    ...{ key: kind, name, apart: true },
    people: verdicts.filter((verdict) => verdict.kind === kind).map(({ author }) => author),
  })).filter(({ people }) => people.length > 0)
  return (
    <dl className="border-line bg-surface overflow-hidden rounded-lg border">
      {[...rated, ...rest].map(({ key, name, apart, people }) => (
        <div
          key={key}
          className={`border-line grid min-h-9 grid-cols-[7.5rem_1fr] items-center gap-3 border-b px-3 py-1.5 last:border-b-0 sm:grid-cols-[9rem_1fr] ${apart ? 'bg-sunken/60' : ''}`}
        >
          <dt className={people.length > 0 ? 'font-medium' : 'text-ink-faint'}>{name}</dt>
          <dd className="flex flex-wrap gap-1.5">
            {people.map((person) => (
              <span
                key={person.id}
                className="bg-accent-wash text-accent rounded-full px-2.5 py-0.5 text-sm wrap-anywhere"
              >
                {person.name}
              </span>
            ))}
            {people.length === 0 ? <span className="sr-only">Nobody</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
