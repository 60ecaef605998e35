import type { ReactNode } from 'react'

/** What a claim's page has, in its order, by the anchors that addresses name. */
export const SECTIONS = {
  passages: 'Passages',
  evidence: 'Evidence',
  review: 'Review',
  finding: 'Finding',
  thread: 'Thread',
  relations: 'Relations',
  history: 'History',
} as const
export type SectionKey = keyof typeof SECTIONS

/** One part of a claim's page, under its name. */
export function Section({ id, actions, children }: { id: SectionKey; actions?: ReactNode; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-28">
      <div className="border-line mb-3 flex min-h-9 flex-wrap items-center justify-between gap-2 border-b pb-1.5">
        <h2 id={`${id}-title`} className="font-serif text-lg font-semibold tracking-tight">
          {SECTIONS[id]}
        </h2>
        {actions}
      </div>
      {children}
    </section>
  )
}

/** The way to each part. */
export function SectionLinks() {
  return (
    <nav aria-label="On this page" className="no-print -mx-3 overflow-x-auto px-1 py-1">
      <ul className="flex gap-1">
        {Object.entries(SECTIONS).map(([id, name]) => (
          <li key={id} className="shrink-0">
            <a
              href={`#${id}`}
              className="text-ink-soft hover:bg-sunken hover:text-ink block rounded-md px-2 py-1 text-sm"
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
