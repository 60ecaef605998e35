import Link from 'next/link'
import type { AuditLine } from '@/domain/audit/audit'
import { byDay } from '@/components/ui/by-day'
import { day } from '@/components/ui/day'

/** Who did what, by day in UTC, newest first. */
export function AuditList({ lines }: { lines: readonly AuditLine[] }) {
  return (
    <div className="grid gap-6">
      {byDay(lines).map(({ at, items }) => (
        <section key={at} aria-label={day(at)}>
          <h2 className="text-ink-soft mb-2 text-sm font-medium">{day(at)}</h2>
          <ul className="divide-line border-line bg-surface divide-y rounded-lg border">
            {items.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Line({ line: { at, by, action, did, what, rest, href, address } }: { line: AuditLine }) {
  return (
    <li className="grid grid-cols-[3.25rem_minmax(0,1fr)] gap-x-2 px-3 py-2 sm:px-4">
      <time dateTime={at} title={`${at.replace('T', ' ').slice(0, 19)} UTC`} className="text-ink-faint tabular-nums">
        {at.slice(11, 16)}
      </time>
      <p className="wrap-anywhere">
        <span className="font-medium">{by?.name ?? (action === 'webhook.disabled' ? 'Assay' : 'Someone')}</span> {did}{' '}
        {href ? (
          <Link href={href} prefetch={false} className="link">
            {what}
          </Link>
        ) : (
          what
        )}{' '}
        {rest}
        {address ? <span className="text-ink-faint text-sm"> from {address}</span> : null}
      </p>
    </li>
  )
}
