import type { Metadata } from 'next'
import Link from 'next/link'
import { found } from '@/app/_door/page'
import { OpenPhase } from '@/components/seals/open-phase'
import { PhaseList } from '@/components/seals/phase-list'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/small'
import { endpoints } from '@/domain/endpoints'
import { can } from '@/domain/permissions/policy'
import { findPhases } from '@/server/seals/find-seal'
import { listPhases } from '@/server/seals/list-phases'
import { documentChoices } from '../document-choices'
import { openProject, ProjectFrame } from '../frame'

export const metadata: Metadata = { title: 'Independent phases' }

type Props = {
  params: Promise<{ projectId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function PhasesPage({ params, searchParams }: Props) {
  const opened = await openProject((await params).projectId, '', '/phases')
  const { actor, project } = opened
  const { query: shape } = endpoints['GET /projects/{projectId}/phases']
  const asked = shape.safeParse({ cursor: (await searchParams).cursor })
  const [{ items, next }, documents] = await found(
    Promise.all([listPhases(actor, project.id, asked.success ? asked.data : shape.parse({})), choices(opened)]),
  )
  const opens = can(actor, 'phase:open', project) && documents.length > 0
  return (
    <ProjectFrame
      {...opened}
      title="Independent phases"
      meta={
        <p className="max-w-prose">
          In an independent phase everyone reads for themselves. What they mark, note and claim in its documents is
          theirs alone until it is revealed to all at once; then the readings can be compared.
        </p>
      }
      actions={opens ? <OpenPhase projectId={project.id} documents={documents} /> : null}
    >
      {items.length > 0 ? (
        <PhaseList phases={items} reveals={can(actor, 'phase:reveal', project)} />
      ) : (
        <div className="border-line-strong rounded-xl border border-dashed">
          <EmptyState title="No phase yet">
            <p>
              First judgements differ more honestly before people have talked. Editors open a phase on documents; later
              it shows where readers agreed by themselves.
            </p>
          </EmptyState>
        </div>
      )}
      {next === null ? null : (
        <p className="mt-4 text-center">
          <Link className={buttonClass()} href={`?cursor=${encodeURIComponent(next)}`}>
            Next page
          </Link>
        </p>
      )}
    </ProjectFrame>
  )
}

/** The documents that a phase can be opened on, and which of them are in one. */
async function choices(opened: Parameters<typeof documentChoices>[0]) {
  const documents = await documentChoices(opened)
  const phases = await findPhases(documents.map(({ id }) => id))
  return documents.map((document) => ({ ...document, taken: phases.has(document.id) }))
}
