import Link from 'next/link'
import { addressOf } from '@/domain/notifications/words'
import type { Waiting } from '@/domain/waiting/waiting'
import { day } from '@/components/ui/day'
import { Badge } from '@/components/ui/small'

type Line = { key: string; href: string; deed: string; title: string; project: string; dueOn: string }

/** What waits for its reader, what is due first at the top; nothing where nothing does. */
export function WaitingForMe({ waiting }: { waiting: Waiting }) {
  const lines = linesOf(waiting)
  if (lines.length === 0) return null
  const today = new Date().toISOString().slice(0, 10)
  return (
    <section aria-labelledby="waiting" className="mb-9">
      <h2 id="waiting" className="mb-3 font-serif text-xl font-semibold tracking-tight">
        Waiting for you
      </h2>
      <ul className="divide-line border-line bg-surface divide-y overflow-hidden rounded-lg border">
        {lines.map(({ key, href, deed, title, project, dueOn }) => (
          <li key={key}>
            <Link
              href={href}
              prefetch={false}
              className="hover:bg-sunken flex flex-wrap items-baseline gap-x-2 gap-y-0.5 px-4 py-2.5 -outline-offset-2"
            >
              <span className="font-medium">{deed}</span>
              <span className="min-w-0 flex-1 basis-48 font-serif wrap-anywhere italic">{title}</span>
              {dueOn ? <Badge tone={dueOn < today ? 'warning' : 'plain'}>by {day(dueOn)}</Badge> : null}
              <span className="text-ink-faint text-[13px]">{project}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function linesOf({ threads, reviews, findings, claims }: Waiting): Line[] {
  const lines = [
    ...threads.map(({ topic, topicId, title, dueOn, project }) => ({
      ...{ key: `thread ${topicId}`, href: addressOf({ topic, topicId, project }), deed: 'A thread to see to' },
      ...{ title, project: project.name, dueOn },
    })),
    ...reviews.map(({ claimId, title, dueOn, project }) => ({
      ...{ key: `review ${claimId}`, href: `/c/${claimId}`, deed: 'Your verdict', title, project: project.name, dueOn },
    })),
    ...findings.map(({ findingId, title, project }) => ({
      ...{ key: `finding ${findingId}`, href: `/f/${findingId}`, deed: 'Overruled: you can answer' },
      ...{ title, project: project.name, dueOn: '' },
    })),
  ].sort((a, b) => (a.dueOn || '9').localeCompare(b.dueOn || '9'))
  return [
    ...lines,
    ...claims.map(({ count, project }) => ({
      ...{ key: `claims ${project.id}`, href: `/p/${project.id}/claims/queue`, deed: 'Claims to look at' },
      ...{ title: count === 1 ? 'one claim' : `${count} claims`, project: project.name, dueOn: '' },
    })),
  ]
}
