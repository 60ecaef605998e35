import type { Metadata } from 'next'
import Link from 'next/link'
import { found } from '@/app/_door/page'
import { ChosenClaims } from '@/components/claims/chosen-claims'
import { ClaimBoard } from '@/components/claims/claim-board'
import { ClaimTable } from '@/components/claims/claim-table'
import { tableAddress, type ClaimTableQuery } from '@/components/claims/claim-table-address'
import { ClaimTableControls } from '@/components/claims/claim-table-controls'
import { ClaimViews } from '@/components/claims/claim-views'
import { NewClaim } from '@/components/claims/new-claim'
import { WaitingLink } from '@/components/claims/waiting-link'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/small'
import type { Claim } from '@/domain/claims/claim'
import { endpoints } from '@/domain/endpoints'
import { can } from '@/domain/permissions/policy'
import { listClaims } from '@/server/claims/list-claims'
import { documentChoices } from '../document-choices'
import { openProject, ProjectFrame, type OpenedProject } from '../frame'
import { countWaiting } from '../waiting'
import { readBoard } from './read-board'

export const metadata: Metadata = { title: 'Claims' }

type Asked = Record<string, string | string[] | undefined>
type Props = { params: Promise<{ projectId: string }>; searchParams: Promise<Asked> }

export default async function ClaimsPage({ params, searchParams }: Props) {
  const opened = await openProject((await params).projectId, '/claims')
  const { actor, project } = opened
  const asked = await searchParams
  const table = asked.view === 'table'
  const waiting = await countWaiting(actor, project.id)
  return (
    <ProjectFrame
      {...opened}
      wide
      title="Claims"
      actions={
        <>
          <WaitingLink projectId={project.id} waiting={waiting} />
          {can(actor, 'claim:create', project) ? <NewClaim projectId={project.id} personId={actor.id} /> : null}
        </>
      }
    >
      <div className="mb-5">
        <ClaimViews projectId={project.id} current={table ? 'table' : 'board'} waiting={waiting} />
      </div>
      {table ? <Table {...opened} asked={asked} /> : <Board {...opened} />}
    </ProjectFrame>
  )
}

async function Board({ actor, project }: OpenedProject) {
  const columns = await found(readBoard(actor, project.id))
  if (columns.every(({ claims }) => claims.length === 0)) return <Nothing projectId={project.id} />
  return <ClaimBoard projectId={project.id} columns={columns} />
}

async function Table({ actor, project, asked }: OpenedProject & { asked: Asked }) {
  const { query: shape } = endpoints['GET /projects/{projectId}/claims']
  const { view: _, ...given } = asked
  const parsed = shape.safeParse(given)
  const query = parsed.success ? parsed.data : shape.parse({})
  const [{ items, next }, documents] = await found(
    Promise.all([listClaims(actor, project.id, query), documentChoices({ actor, project })]),
  )
  const { sort, state, type, document, text, waiting, cursor } = query
  const shown: ClaimTableQuery = { sort, state, type, document, text, waiting }
  return (
    <>
      <ClaimTableControls projectId={project.id} query={shown} documents={documents} />
      {items.length > 0 ? (
        <Chosen {...{ actor, project, claims: items }} />
      ) : (
        <p role="status" className="text-ink-soft py-10 text-center">
          No claim fits this.
        </p>
      )}
      {next === null && cursor === undefined ? null : (
        <nav aria-label="Pages" className="mt-4 flex justify-center gap-2">
          {cursor === undefined ? null : (
            <Link className={buttonClass()} href={tableAddress(project.id, shown)}>
              First page
            </Link>
          )}
          {next === null ? null : (
            <Link className={buttonClass()} href={tableAddress(project.id, shown, next)}>
              Next page
            </Link>
          )}
        </nav>
      )}
    </>
  )
}

/** The table, with what can be done with those that are ticked in it. */
function Chosen({ actor, project, claims }: Pick<OpenedProject, 'actor' | 'project'> & { claims: readonly Claim[] }) {
  const { id: projectId, workspaceId } = project
  const named = claims.map(({ id, statement, state }) => ({ id, statement, state }))
  const reviews = can(actor, 'review:open', project)
  return (
    <ChosenClaims {...{ workspaceId, projectId, meId: actor.id, claims: named, reviews }}>
      <ClaimTable claims={claims} />
    </ChosenClaims>
  )
}

function Nothing({ projectId }: { projectId: string }) {
  return (
    <div className="border-line-strong rounded-xl border border-dashed">
      <EmptyState
        title="No claims yet"
        action={
          <Link href={`/p/${projectId}`} className={buttonClass()}>
            To the documents
          </Link>
        }
      >
        <p>
          Open a document, select a sentence that says something which can be checked, and press A. What others said in
          the same words is offered, so that one claim gathers all the places where it occurs.
        </p>
        <p className="mt-2">They stand here by how far they have come.</p>
      </EmptyState>
    </div>
  )
}
