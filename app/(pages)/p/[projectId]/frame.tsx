import type { ReactNode } from 'react'
import { found, idOf, pageActor } from '@/app/_door/page'
import { AppShell, PageHeader } from '@/components/shell/app-shell'
import { can, type Actor, type Permission } from '@/domain/permissions/policy'
import { getWorkspace } from '@/server/people/workspaces'
import { getProject } from '@/server/projects/list-projects'

type Page = { name: string; path: string; permission?: Permission }

/** The pages of a project in the order in which they are offered, and the permission that some of them take. */
const PAGES = [
  { name: 'Documents', path: '' },
  { name: 'Claims', path: '/claims' },
  { name: 'Sources', path: '/sources' },
  { name: 'Disagreement', path: '/disagreement' },
  { name: 'Report', path: '/report' },
  { name: 'Activity', path: '/activity' },
  { name: 'Labels', path: '/labels' },
  { name: 'Trash', path: '/trash', permission: 'document:trash' },
  { name: 'Settings', path: '/settings', permission: 'project:update' },
] as const satisfies readonly Page[]
export type ProjectPage = (typeof PAGES)[number]['path']

/**
 * The project of an address, its workspace, and who reads. `page` is the one of the navigation to which what is shown
 * belongs; `path` is its own below the project, where that is another.
 */
export async function openProject(param: string, page: ProjectPage, path: string = page) {
  const projectId = idOf(param)
  const actor = await pageActor(`/p/${projectId}${path}`)
  return projectOf(actor, projectId, page)
}

/** The same, where it is known who reads which project. */
export async function projectOf(actor: Actor, projectId: string, page: ProjectPage) {
  const project = await found(getProject(actor, projectId))
  const workspace = await found(getWorkspace(actor, project.workspaceId))
  return { actor, project, workspace, page }
}

export type OpenedProject = Awaited<ReturnType<typeof openProject>>

/** The pages of a project that the actor may open. */
export function pagesOf(actor: Actor, project: { id: string; workspaceId: string }): { name: string; href: string }[] {
  const pages: readonly Page[] = PAGES
  return pages
    .filter(({ permission }) => !permission || can(actor, permission, project))
    .map(({ name, path }) => ({ name, href: `/p/${project.id}${path}` }))
}

type Props = OpenedProject & {
  /** The project's name, unless another is given; null where what is shown has a heading of its own. */
  title?: string | null
  meta?: ReactNode
  actions?: ReactNode
  /** Gives it the whole width of the window. */
  wide?: boolean
  children: ReactNode
}

/** What the pages of a project share. */
export function ProjectFrame(props: Props) {
  const { actor, project, workspace, page, wide = false, title = project.name, meta, actions, children } = props
  const home = `/p/${project.id}`
  const items = pagesOf(actor, project)
  const crumbs = [
    { name: workspace.name, href: `/w/${workspace.id}` },
    { name: project.name, href: home },
  ]
  const shown = (
    <>
      {title === null ? null : <PageHeader title={title} meta={meta} actions={actions} />}
      {children}
    </>
  )
  return (
    <AppShell
      name={actor.name}
      crumbs={crumbs}
      nav={{ label: 'Project', items, current: `${home}${page}` }}
      wide={wide}
    >
      {wide ? <div className="w-full flex-1 px-4 py-7 sm:px-6">{shown}</div> : shown}
    </AppShell>
  )
}
