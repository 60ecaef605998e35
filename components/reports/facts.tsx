import type { ReactNode } from 'react'

export type Fact = readonly [name: string, says: ReactNode]

/** Rows of what there is to say, without those that say nothing. */
export function Facts({ rows }: { rows: readonly Fact[] }) {
  const said = rows.filter(([, says]) => says !== null && says !== '' && says !== undefined)
  if (said.length === 0) return null
  return (
    <dl className="grid gap-y-1.5 text-sm sm:grid-cols-[auto_minmax(0,1fr)] sm:gap-x-4">
      {said.map(([name, says]) => (
        <div key={name} className="contents">
          <dt className="text-ink-faint">{name}</dt>
          <dd className="mb-1 min-w-0 wrap-anywhere whitespace-pre-line sm:mb-0">{says}</dd>
        </div>
      ))}
    </dl>
  )
}
