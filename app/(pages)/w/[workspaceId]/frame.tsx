import type { ReactNode } from 'react'
import { Going } from '@/components/people/delete-workspace'
import { RememberWorkspace } from '@/components/people/remember-workspace'
import { AppShell } from '@/components/shell/app-shell'
import { can, type Actor } from '@/domain/permissions/policy'
import type { Workspace } from '@/domain/people/workspace'

/** What the pages of a workspace share. */
export function WorkspaceFrame(props: {
  actor: Actor
  workspace: Workspace
  page: '' | '/members' | '/audit' | '/settings' | '/webhooks'
  children: ReactNode
}) {
  const { actor, workspace, page, children } = props
  const home = `/w/${workspace.id}`
  const items = [
    { name: 'Projects', href: home },
    { name: 'Members', href: `${home}/members` },
    ...(can(actor, 'audit:read', { workspaceId: workspace.id }) ? [{ name: 'Audit log', href: `${home}/audit` }] : []),
    { name: 'Settings', href: `${home}/settings` },
    ...(can(actor, 'webhook:manage', { workspaceId: workspace.id })
      ? [{ name: 'Webhooks', href: `${home}/webhooks` }]
      : []),
  ]
  return (
    <AppShell
      name={actor.name}
      crumbs={[{ name: workspace.name, href: home }]}
      nav={{ label: 'Workspace', items, current: `${home}${page}` }}
    >
      {workspace.goesAt === null ? null : <Going workspace={workspace} goesAt={workspace.goesAt} />}
      {children}
      <RememberWorkspace id={workspace.id} />
    </AppShell>
  )
}
