import type { Metadata } from 'next'
import Link from 'next/link'
import { found, idOf, pageActor } from '@/app/_door/page'
import { NewProject } from '@/components/projects/new-project'
import { PageHeader } from '@/components/shell/app-shell'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/small'
import { WaitingForMe } from '@/components/waiting/waiting-for-me'
import { can } from '@/domain/permissions/policy'
import { getWorkspace } from '@/server/people/workspaces'
import { listProjects } from '@/server/projects/list-projects'
import { listWaiting } from '@/server/waiting/list-waiting'
import { WorkspaceFrame } from './frame'

export const metadata: Metadata = { title: 'Projects' }

/** Projects a page; a multiple of the columns. */
const SHOWN = 60

type Props = {
  params: Promise<{ workspaceId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ProjectsPage({ params, searchParams }: Props) {
  const workspaceId = idOf((await params).workspaceId)
  const actor = await pageActor(`/w/${workspaceId}`)
  const workspace = await found(getWorkspace(actor, workspaceId))
  const { cursor: asked } = await searchParams
  const cursor = typeof asked === 'string' ? asked : undefined
  const [{ items, next }, waiting] = await found(
    Promise.all([listProjects(actor, workspaceId, { cursor, limit: SHOWN }), listWaiting(actor, workspaceId)]),
  )
  const creates = can(actor, 'project:create', { workspaceId })
  const action = creates ? <NewProject workspaceId={workspaceId} /> : null
  return (
    <WorkspaceFrame actor={actor} workspace={workspace} page="">
      <PageHeader title="Projects" actions={items.length > 0 ? action : null} />
      <WaitingForMe waiting={waiting} />
      {items.length === 0 ? (
        <EmptyState title="No projects yet" action={action}>
          {creates
            ? 'A project holds the documents of one review, and the labels for marking them.'
            : 'Editors of this workspace make projects; they will appear here.'}
        </EmptyState>
      ) : (
        <ul className="grid gap-3 sm:grid-cols-2">
          {items.map(({ id, name, description, documents }) => (
            <li key={id}>
              <Link
                href={`/p/${id}`}
                className="border-line bg-surface hover:border-line-strong flex h-full flex-col rounded-lg border p-4"
              >
                <span className="block truncate font-medium">{name}</span>
                {description ? <span className="text-ink-soft mt-0.5 line-clamp-2">{description}</span> : null}
                <span className="text-ink-faint mt-auto pt-1 text-[13px]">
                  {documents === 1 ? 'One document' : `${documents} documents`}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {next === null ? null : (
        <p className="mt-4 text-center">
          <Link className={buttonClass()} href={`/w/${workspaceId}?cursor=${encodeURIComponent(next)}`}>
            Next page
          </Link>
        </p>
      )}
    </WorkspaceFrame>
  )
}
