import Link from 'next/link'

const VIEWS = [
  { key: 'claims', name: 'Claims', search: '' },
  { key: 'documents', name: 'In a document', search: '?view=documents' },
  { key: 'phases', name: 'Independent phases', search: '?view=phases' },
] as const
export type DisagreementView = (typeof VIEWS)[number]['key']

/** The ways to look at where people differ: over claims, over the passages of a document, and in what they marked. */
export function DisagreementViews({ projectId, current }: { projectId: string; current: DisagreementView }) {
  return (
    <nav aria-label="Views of disagreement" className="-mx-1 overflow-x-auto px-1 py-1">
      <ul className="flex gap-1">
        {VIEWS.map(({ key, name, search }) => (
          <li key={key} className="shrink-0">
            <Link
              href={`/p/${projectId}/disagreement${search}`}
              prefetch={false}
              {...(key === current && { 'aria-current': 'page' })}
              className="text-ink-soft hover:bg-sunken aria-[current]:bg-accent-wash aria-[current]:text-accent flex h-8 items-center rounded-md px-2.5 aria-[current]:font-medium"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
