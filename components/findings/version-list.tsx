import type { FindingVersion } from '@/domain/findings/finding'
import { Badge } from '@/components/ui/small'
import { Disclosure } from '@/components/ui/disclosure'
import { day } from '@/components/ui/day'
import { FindingProse } from './finding-prose'
import { StandingBeside } from './standing-beside'

/** All that was published of a finding, newest first, each with why it came; nothing is taken away. */
export function VersionList({ versions }: { versions: readonly FindingVersion[] }) {
  if (versions.length === 0) return null
  return (
    <section aria-labelledby="versions-title" id="versions" className="scroll-mt-28">
      <h2 id="versions-title" className="font-serif text-lg font-semibold tracking-tight">
        Versions
      </h2>
      <ol className="divide-line border-line mt-2 divide-y border-y">
        {versions.map((version) => (
          <li key={version.id} className="py-3">
            <Disclosure summary={<VersionLine version={version} />}>
              <div className="grid gap-4 py-2">
                <p className="font-serif wrap-anywhere">{version.grounds.statement}</p>
                <StandingBeside
                  content={version.content}
                  pooled={version.grounds.pooled}
                  scale={version.grounds.form}
                  dissents={version.grounds.dissents}
                />
                <FindingProse content={version.content} />
              </div>
            </Disclosure>
            {version.reason ? <p className="mt-1 pl-5 wrap-anywhere whitespace-pre-line">{version.reason}</p> : null}
          </li>
        ))}
      </ol>
    </section>
  )
}

function VersionLine({ version: { number, retracts, publishedBy, publishedAt } }: { version: FindingVersion }) {
  const deed = retracts ? 'Retraction' : number === 1 ? 'First published' : 'New version'
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <span>
        {number}. {deed}
      </span>
      {retracts ? <Badge tone="danger">Retracted</Badge> : null}
      <span className="text-ink-faint font-normal">
        {day(publishedAt)}, by {publishedBy.name}
      </span>
    </span>
  )
}
