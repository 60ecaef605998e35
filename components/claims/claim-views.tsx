import Link from 'next/link'
import { waitingCount, type Waiting } from './waiting-link'

const VIEWS = [
  { key: 'board', name: 'Board', path: '/claims' },
  { key: 'table', name: 'Table', path: '/claims?view=table' },
  { key: 'queue', name: 'Work through', path: '/claims/queue' },
  { key: 'ledger', name: 'Contradictions', path: '/ledger' },
  { key: 'map', name: 'Map', path: '/claims/map' },
] as const
export type ClaimView = (typeof VIEWS)[number]['key']

/** The ways to look at the claims of a project. */
export function ClaimViews({
  projectId,
  current,
  waiting,
}: {
  projectId: string
  current: ClaimView
  waiting?: Waiting
}) {
  return (
    <nav aria-label="Views of the claims" className="-mx-1 overflow-x-auto px-1 py-1">
      <ul className="flex gap-1">
        {VIEWS.map(({ key, name, path }) => (
          <li key={key} className="shrink-0">
            <Link
              href={`/p/${projectId}${path}`}
              prefetch={false}
              {...(key === current && { 'aria-current': 'page' })}
              className="text-ink-soft hover:bg-sunken aria-[current]:bg-accent-wash aria-[current]:text-accent flex h-8 items-center gap-1.5 rounded-md px-2.5 aria-[current]:font-medium"
            >
              {name}
              {key === 'queue' && waiting && waiting.count > 0 ? (
                <span className="bg-accent text-on-accent rounded-full px-1.5 text-xs leading-5">
                  {waitingCount(waiting)}
                  <span className="sr-only"> waiting for me</span>
                </span>
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
