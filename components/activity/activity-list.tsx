import Link from 'next/link'
import type { Activity } from '@/domain/activity/activity'
import { runs, sentence, type Run } from '@/domain/activity/sentence'
import { byDay } from '@/components/ui/by-day'
import { day } from '@/components/ui/day'
import { Time } from '@/components/ui/time'

/** What stands as a quotation: words of a text. */
const QUOTED = new Set(['annotation', 'claim', 'relation', 'finding'])

/** What happened, by day, newest first, as sentences. `here` is the document whose page it is, which need not be named. */
export function ActivityList({ items, here }: { items: readonly Activity[]; here?: string }) {
  return (
    <div className="grid gap-7">
      {byDay(items).map(({ at, items: those }) => (
        <section key={at} aria-label={day(at)}>
          <h2 className="text-ink-soft mb-2 text-sm font-medium">{day(at)}</h2>
          <ol className="divide-line border-line bg-surface divide-y overflow-hidden rounded-lg border">
            {runs(those).map((run) => (
              <Told key={`${run.at} ${run.deeds[0].kind} ${run.deeds[0].about?.text}`} run={run} here={here} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

/** One sentence; of several deeds of one kind the newest, and the others beneath when they are asked for. */
function Told({ run: { deeds }, here }: { run: Run; here: string | undefined }) {
  const [deed, ...others] = deeds
  const { by, document, at } = deed
  return (
    <li className="px-3 py-2.5 sm:px-4">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="min-w-0 wrap-anywhere">
          <span className="font-medium">{by.name}</span> <Deed deed={deed} />
          {document && document.id !== here ? (
            <span className="text-ink-soft">
              {' in '}
              <ToPage href={`/d/${document.id}`}>{document.title}</ToPage>
            </span>
          ) : null}
        </span>
        <span className="text-ink-faint shrink-0 text-[13px]">
          <Time at={at} />
        </span>
      </p>
      {others.length > 0 ? (
        <details className="mt-1">
          <summary className="text-ink-soft hover:text-ink w-fit cursor-pointer rounded text-[13px]">
            {others.length === 1 ? 'And one more like it' : `And ${others.length} more like it`}
          </summary>
          <ul className="border-line mt-1.5 grid gap-1 border-l pl-3">
            {others.map((other) => (
              <li key={`${other.at} ${other.about?.text}`} className="wrap-anywhere">
                <Deed deed={other} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </li>
  )
}

function Deed({ deed }: { deed: Activity }) {
  const { before, it, after } = sentence(deed)
  const href = deed.about?.href
  const quoted = deed.about && QUOTED.has(deed.about.topic)
  const shown = quoted ? <span className="pe-0.5 font-serif italic">“{it}”</span> : it
  return (
    <>
      {before}
      {href ? <ToPage href={href}>{shown}</ToPage> : <span className="text-ink-soft">{it}</span>}
      {after}
    </>
  )
}

function ToPage({ href, children }: { href: string; children: React.ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="decoration-line-strong hover:decoration-accent underline underline-offset-2"
    >
      {children}
    </Link>
  )
}
