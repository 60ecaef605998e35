import type { FindingContent } from '@/domain/findings/finding'

const PARTS = [
  { field: 'assumptions', name: 'Key assumptions' },
  { field: 'gaps', name: 'Gaps' },
  { field: 'indicators', name: 'What would change it' },
] as const

/** What a finding assumes, what it lacks, and what would change it; nothing where it says none of these. */
export function FindingProse({ content }: { content: FindingContent }) {
  const said = PARTS.filter(({ field }) => content[field] !== '')
  if (said.length === 0) return null
  return (
    <div className="grid gap-x-8 gap-y-4 md:grid-cols-3">
      {said.map(({ field, name }) => (
        <section key={field} aria-label={name}>
          <h2 className="font-medium">{name}</h2>
          <p className="text-ink-soft mt-1 wrap-anywhere whitespace-pre-line">{content[field]}</p>
        </section>
      ))}
    </div>
  )
}
