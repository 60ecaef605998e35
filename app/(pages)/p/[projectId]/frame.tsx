import type { ReactNode } from 'react'
import { found, idOf, pageActor } from '@/app/_door/page'
import { AppShell, PageHeader } from '@/components/shell/app-shell'
import { can } from '@/domain/permissions/policy'
import { getWorkspace } from '@/server/people/workspaces'
import { getProject } from '@/server/projects/list-projects'

/** The project of an address, its workspace, and who reads. */
export async function openProject(param: string, page: '' | '/labels' | '/trash' | '/settings') {
  const projectId = idOf(param)
  const actor = await pageActor(`/p/${projectId}${page}`)
  const project = await found(getProject(actor, projectId))
  const workspace = await found(getWorkspace(actor, project.workspaceId))
  return { actor, project, workspace, page }
}

type Props = Awaited<ReturnType<typeof openProject>> & { title?: string; children: ReactNode }

/** What the pages of a project share. */
export function ProjectFrame({ actor, project, workspace, page, title, children }: Props) {
  const home = `/p/${project.id}`
  const edits = can(actor, 'project:update', project)
  const items = [
    { name: 'Documents', href: home },
    { name: 'Labels', href: `${home}/labels` },
    ...(edits
      ? [
          { name: 'Trash', href: `${home}/trash` },
          { name: 'Settings', href: `${home}/settings` },
        ]
      : []),
  ]
  const crumbs = [
    { name: workspace.name, href: `/w/${workspace.id}` },
    { name: project.name, href: home },
  ]
  return (
    <AppShell name={actor.name} crumbs={crumbs} nav={{ label: 'Project', items, current: `${home}${page}` }}>
      <PageHeader
        title={title ?? project.name}
        meta={
          page === '' && project.description ? (
            <p className="max-w-prose whitespace-pre-line">{project.description}</p>
          ) : null
        }
      />
      {children}
    </AppShell>
  )
}
