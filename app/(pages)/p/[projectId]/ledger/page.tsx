import type { Metadata } from 'next'
import Link from 'next/link'
import { found } from '@/app/_door/page'
import { ClaimDesk } from '@/components/claim-page/claim-desk'
import { ClaimViews } from '@/components/claims/claim-views'
import { ledgerAddress, type LedgerQuery } from '@/components/claims/ledger-address'
import { LedgerControls } from '@/components/claims/ledger-controls'
import { LedgerEntry } from '@/components/claims/ledger-entry'
import { buttonClass } from '@/components/ui/button'
import { EmptyState, Kbd } from '@/components/ui/small'
import type { Relation } from '@/domain/claims/relation'
import { endpoints } from '@/domain/endpoints'
import { can, type Permission } from '@/domain/permissions/policy'
import { listRelations } from '@/server/claims/list-relations'
import { documentChoices } from '../document-choices'
import { openProject, ProjectFrame, type OpenedProject } from '../frame'
import { countWaiting } from '../waiting'

export const metadata: Metadata = { title: 'Contradictions' }

/** Conflicts on a page; each is as high as two passages. */
const SHOWN = '20'

type Props = {
  params: Promise<{ projectId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function LedgerPage({ params, searchParams }: Props) {
  const opened = await openProject((await params).projectId, '/claims', '/ledger')
  const { actor, project } = opened
  const { disposition, document, cursor } = await searchParams
  const { query: shape } = endpoints['GET /projects/{projectId}/relations']
  const kind = { kind: 'conflicts', limit: SHOWN }
  const asked = shape.safeParse({ ...kind, disposition, document, cursor })
  const query = asked.success ? asked.data : shape.parse(kind)
  const [{ items, next }, documents, waiting] = await found(
    Promise.all([listRelations(actor, project.id, query), documentChoices(opened), countWaiting(actor, project.id)]),
  )
  const filter: LedgerQuery = { disposition: query.disposition, document: query.document }
  const filtered = filter.disposition !== undefined || filter.document !== undefined
  const first = query.cursor === undefined
  return (
    <ProjectFrame {...opened} wide title="Contradictions">
      <div className="mb-5">
        <ClaimViews projectId={project.id} current="ledger" waiting={waiting} />
      </div>
      {items.length === 0 && !filtered && first ? (
        <Nothing projectId={project.id} />
      ) : (
        <div className="mx-auto max-w-6xl">
          <LedgerControls projectId={project.id} query={filter} documents={documents} />
          {items.length > 0 ? (
            <Entries {...opened} items={items} />
          ) : (
            <p role="status" className="text-ink-soft py-10 text-center">
              No conflict fits this.
            </p>
          )}
          {next === null && first ? null : (
            <nav aria-label="Pages" className="mt-4 flex justify-center gap-2">
              {first ? null : (
                <Link className={buttonClass()} href={ledgerAddress(project.id, filter)}>
                  First page
                </Link>
              )}
              {next === null ? null : (
                <Link className={buttonClass()} href={ledgerAddress(project.id, filter, next)}>
                  Next page
                </Link>
              )}
            </nav>
          )}
        </div>
      )}
    </ProjectFrame>
  )
}

function Entries({ actor, project, items }: OpenedProject & { items: readonly Relation[] }) {
  const { workspaceId } = project
  const may = (permission: Permission, { author, held }: Relation) =>
    can(actor, permission, { workspaceId, authorId: author.id, held })
  return (
    <ClaimDesk
      projectId={project.id}
      me={{ id: actor.id, name: actor.name }}
      annotates={can(actor, 'thread:reply', { workspaceId })}
      moderates={can(actor, 'comment:delete', { workspaceId })}
    >
      <ol className="grid gap-4">
        {items.map((relation) => (
          <li key={relation.id}>
            <LedgerEntry
              relation={relation}
              may={{ settle: may('relation:settle', relation), remove: may('relation:remove', relation) }}
            />
          </li>
        ))}
      </ol>
    </ClaimDesk>
  )
}

function Nothing({ projectId }: { projectId: string }) {
  return (
    <div className="border-line-strong rounded-xl border border-dashed">
      <EmptyState
        title="No contradictions yet"
        action={
          <Link href={`/p/${projectId}`} className={buttonClass()}>
            To the documents
          </Link>
        }
      >
        <p>
          Where two passages can’t both be right, select the one and press <Kbd>X</Kbd>, then the other and <Kbd>X</Kbd>{' '}
          again; the second may be in another document, or the same one.
        </p>
        <p className="mt-2">They are settled here: real, or apparent, with the reason.</p>
      </EmptyState>
    </div>
  )
}
