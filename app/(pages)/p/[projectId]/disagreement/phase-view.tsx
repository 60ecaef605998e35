import Link from 'next/link'
import { found } from '@/app/_door/page'
import { AgreementFigures } from '@/components/disagreement/agreement-figures'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/small'
import { Time } from '@/components/ui/time'
import type { Phase } from '@/domain/seals/phase'
import { phaseAgreement } from '@/server/disagreement/phase-agreement'
import { getPhase, listPhases } from '@/server/seals/list-phases'
import type { OpenedProject } from '../frame'
import { Chooser } from './chooser'

/** As many phases as anyone would look through in a list. */
const OFFERED = 200

/** How far the annotators of a revealed phase marked the same passages: the newest one, unless the address names one. */
export async function PhaseView({ actor, project, phaseId }: OpenedProject & { phaseId: string | undefined }) {
  const { items } = await found(listPhases(actor, project.id, { limit: OFFERED }))
  const revealed = items.filter(({ revealedAt }) => revealedAt !== null)
  const phase = phaseId === undefined ? revealed[0] : await found(getPhase(actor, phaseId))
  if (!phase) return <Nothing projectId={project.id} opened={items.length > 0} />
  return (
    <>
      {revealed.length > 1 || phase !== revealed[0] ? (
        <Chooser label="Phase" name="phase" options={revealed.map(choiceOf)} chosen={phase.id} />
      ) : null}
      {phase.revealedAt === null ? (
        <p role="status" className="text-ink-soft py-6">
          This phase is not revealed yet. How far its annotators agree is known after that.
        </p>
      ) : (
        <Figures actor={actor} phase={phase} />
      )}
    </>
  )
}

async function Figures({ actor, phase }: Pick<OpenedProject, 'actor'> & { phase: Phase }) {
  const { figures, people } = await found(phaseAgreement(actor, phase.id))
  return (
    <section aria-labelledby="phase" className="grid grid-cols-1 gap-4">
      <div>
        <h2 id="phase" className="font-serif text-xl font-semibold tracking-tight wrap-anywhere">
          {nameOf(phase)}
        </h2>
        <p className="text-ink-soft">
          Opened <Time at={phase.openedAt} />.{' '}
          {people.length === 0
            ? 'Nobody marked anything in it.'
            : `Read by ${people.map(({ name }) => name).join(', ')}.`}
        </p>
      </div>
      {figures.length > 0 ? <AgreementFigures figures={figures} of="spans" /> : null}
      {figures.length === 0 && people.length > 0 ? (
        <p className="text-ink-soft">It takes two who marked something to compare what they marked.</p>
      ) : null}
    </section>
  )
}

const nameOf = ({ name, documents }: Phase): string =>
  name || documents.map(({ title }) => title).join(', ') || 'Independent phase'

const choiceOf = (phase: Phase) => ({ id: phase.id, name: `${nameOf(phase)}, opened ${phase.openedAt.slice(0, 10)}` })

const Nothing = ({ projectId, opened }: { projectId: string; opened: boolean }) => (
  <div className="border-line-strong rounded-xl border border-dashed">
    <EmptyState
      title={opened ? 'No phase is revealed yet' : 'No independent phase yet'}
      action={
        <Link href={`/p/${projectId}/phases`} className={buttonClass()}>
          To the phases
        </Link>
      }
    >
      <p>
        In an independent phase everybody reads and marks alone. Once it is revealed, this page shows how far they
        marked the same passages, and which ones they did not.
      </p>
    </EmptyState>
  </div>
)
