import { EyeOff } from 'lucide-react'
import Link from 'next/link'
import type { Phase } from '@/domain/seals/phase'
import { day } from '@/components/ui/day'
import { phaseName } from './phase-name'

/** Above the documents of a project, while some of them are read independently; nothing else. */
export function PhaseNotice({ projectId, phases }: { projectId: string; phases: readonly Phase[] }) {
  const [first, ...others] = phases
  if (!first) return null
  return (
    <div
      role="note"
      className="border-accent/40 bg-accent-wash mb-5 flex items-start gap-2.5 rounded-md border px-3 py-2.5"
    >
      <EyeOff size={17} aria-hidden className="text-accent mt-0.5 shrink-0" />
      <p className="min-w-0 wrap-anywhere">
        <span className="font-medium">
          {others.length === 0 ? (
            <>
              Read independently until the reveal{first.dueAt ? <> on {day(first.dueAt)}</> : null}: {phaseName(first)}.
            </>
          ) : (
            <>{phases.length} independent phases are open.</>
          )}
        </span>{' '}
        Until then everyone sees only what they write there themselves.{' '}
        <Link href={`/p/${projectId}/phases`} prefetch={false} className="link whitespace-nowrap">
          Independent phases
        </Link>
      </p>
    </div>
  )
}
