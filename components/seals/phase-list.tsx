import Link from 'next/link'
import type { Phase } from '@/domain/seals/phase'
import { buttonClass } from '@/components/ui/button'
import { Badge } from '@/components/ui/small'
import { day } from '@/components/ui/day'
import { Time } from '@/components/ui/time'
import { phaseName } from './phase-name'
import { RevealPhase } from './reveal-phase'

/** The independent phases of a project, with what can be done about each. */
export function PhaseList({ phases, reveals }: { phases: readonly Phase[]; reveals: boolean }) {
  return (
    <ul className="grid gap-3">
      {phases.map((phase) => (
        <li key={phase.id}>
          <PhaseCard phase={phase} reveals={reveals} />
        </li>
      ))}
    </ul>
  )
}

function PhaseCard({ phase, reveals }: { phase: Phase; reveals: boolean }) {
  const { id, projectId, documents, revealedAt } = phase
  const open = revealedAt === null
  return (
    <article
      aria-label={phaseName(phase)}
      className="border-line bg-surface shadow-low flex flex-wrap items-start justify-between gap-x-4 gap-y-3 rounded-lg border p-4"
    >
      <div className="grid min-w-0 flex-1 basis-72 gap-1.5">
        <h2 className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-serif text-lg leading-snug font-semibold wrap-anywhere">{phaseName(phase)}</span>
          <Badge tone={open ? 'warning' : 'accent'}>{open ? 'Open' : 'Revealed'}</Badge>
        </h2>
        <When phase={phase} />
        <ul aria-label="Documents" className="flex flex-wrap gap-x-3 gap-y-0.5">
          {documents.map((document) => (
            <li key={document.id} className="min-w-0">
              <Link href={`/d/${document.id}`} prefetch={false} className="link wrap-anywhere">
                {document.title}
              </Link>
            </li>
          ))}
        </ul>
        {open ? null : <Coders phase={phase} />}
      </div>
      {open ? (
        reveals ? (
          <RevealPhase phase={phase} />
        ) : null
      ) : (
        <Link href={`/p/${projectId}/disagreement?phase=${id}`} prefetch={false} className={buttonClass()}>
          Compare the readings
        </Link>
      )}
    </article>
  )
}

function When({ phase: { openedAt, openedBy, dueAt, revealedAt, revealedBy } }: { phase: Phase }) {
  return (
    <p className="text-ink-soft text-[13px]">
      Opened <Time at={openedAt} /> by {openedBy.name}
      {revealedAt ? (
        <>
          {' '}
          · revealed <Time at={revealedAt} /> by {revealedBy?.name}
        </>
      ) : dueAt ? (
        <> · due {day(dueAt)}</>
      ) : null}
    </p>
  )
}

/** Whose readings can be compared; known only now. */
const Coders = ({ phase: { coders } }: { phase: Phase }) => (
  <p className="text-ink-soft text-[13px]">
    {coders.length === 0 ? 'Nobody marked anything in it.' : `Marked by ${coders.map(({ name }) => name).join(', ')}`}
  </p>
)
