import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { found, idOf, pageActor } from '@/app/_door/page'
import { DeleteWorkspace } from '@/components/people/delete-workspace'
import { RetentionForm } from '@/components/people/retention-form'
import { RenameWorkspace } from '@/components/people/workspaces'
import { PageHeader } from '@/components/shell/app-shell'
import { TakeOut } from '@/components/takeout/take-out'
import { can } from '@/domain/permissions/policy'
import { config } from '@/server/config'
import { getRetention } from '@/server/people/retention'
import { getWorkspace } from '@/server/people/workspaces'
import { WorkspaceFrame } from '../frame'

export const metadata: Metadata = { title: 'Settings' }

type Props = { params: Promise<{ workspaceId: string }> }

export default async function SettingsPage({ params }: Props) {
  const workspaceId = idOf((await params).workspaceId)
  const actor = await pageActor(`/w/${workspaceId}/settings`)
  const [workspace, retention] = await found(
    Promise.all([getWorkspace(actor, workspaceId), getRetention(actor, workspaceId)]),
  )
  return (
    <WorkspaceFrame actor={actor} workspace={workspace} page="/settings">
      <PageHeader title="Settings" />
      <div className="max-w-xl">
        {can(actor, 'workspace:update', { workspaceId }) ? (
          <RenameWorkspace workspace={workspace} />
        ) : (
          <p className="text-ink-soft">This workspace is called “{workspace.name}”. Admins and owners can rename it.</p>
        )}
        {can(actor, 'retention:update', { workspaceId }) ? (
          <Section title="How long things are kept">
            <RetentionForm workspaceId={workspaceId} retention={retention} />
          </Section>
        ) : null}
        {can(actor, 'workspace:export', { workspaceId }) ? (
          <Section title="Export">
            <TakeOut workspaceId={workspaceId} />
          </Section>
        ) : null}
        {can(actor, 'workspace:delete', { workspaceId }) ? (
          <Section title="Delete">
            <DeleteWorkspace workspace={workspace} days={config.workspaceGraceDays} />
          </Section>
        ) : null}
      </div>
    </WorkspaceFrame>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-10">
      <h2 className="mb-3 text-base font-semibold">{title}</h2>
      {children}
    </section>
  )
}
