import type { Metadata } from 'next'
import Link from 'next/link'
import { pageActor } from '@/app/_door/page'
import { NewWorkspace } from '@/components/people/workspaces'
import { AppShell, PageHeader } from '@/components/shell/app-shell'
import { Badge, EmptyState } from '@/components/ui/small'
import { WaitingForMe } from '@/components/waiting/waiting-for-me'
import { listWaiting } from '@/server/waiting/list-waiting'
import { listWorkspaces } from '@/server/people/workspaces'

export const metadata: Metadata = { title: 'Workspaces' }

export default async function WorkspacesPage() {
  const actor = await pageActor('/workspaces')
  const [{ items }, waiting] = await Promise.all([listWorkspaces(actor, { limit: 200 }), listWaiting(actor)])
  return (
    <AppShell name={actor.name} crumbs={[{ name: 'Workspaces', href: '/workspaces' }]}>
      <PageHeader title="Workspaces" actions={items.length > 0 ? <NewWorkspace /> : null} />
      <WaitingForMe waiting={waiting} />
      {items.length === 0 ? (
        <EmptyState title="You belong to no workspace" action={<NewWorkspace />}>
          A workspace is where a team reads together. Open an invitation that someone sent you, or make a workspace of
          your own.
        </EmptyState>
      ) : (
        <ul className="grid gap-3 sm:grid-cols-2">
          {items.map(({ id, name, role, members }) => (
            <li key={id}>
              <Link
                href={`/w/${id}`}
                className="border-line bg-surface hover:border-line-strong block rounded-lg border p-4"
              >
                <span className="flex items-center justify-between gap-2 font-medium">
                  <span className="truncate">{name}</span> <Badge>{role}</Badge>
                </span>
                <span className="text-ink-faint text-[13px]">
                  {members === 1 ? 'One member' : `${members} members`}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </AppShell>
  )
}
