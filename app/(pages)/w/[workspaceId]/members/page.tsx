import type { Metadata } from 'next'
import { found, idOf, pageActor } from '@/app/_door/page'
import { Invitations, InviteButton } from '@/components/people/invitations'
import { Members } from '@/components/people/members'
import { PageHeader } from '@/components/shell/app-shell'
import { can } from '@/domain/permissions/policy'
import { listInvitations } from '@/server/people/invitations'
import { listMembers } from '@/server/people/members'
import { getWorkspace } from '@/server/people/workspaces'
import { WorkspaceFrame } from '../frame'

export const metadata: Metadata = { title: 'Members' }

type Props = { params: Promise<{ workspaceId: string }> }

export default async function MembersPage({ params }: Props) {
  const workspaceId = idOf((await params).workspaceId)
  const actor = await pageActor(`/w/${workspaceId}/members`)
  const workspace = await found(getWorkspace(actor, workspaceId))
  const invites = can(actor, 'invitation:read', { workspaceId })
  const [members, invitations] = await Promise.all([
    listMembers(actor, workspaceId, { limit: 200 }),
    invites ? listInvitations(actor, workspaceId, { limit: 50 }) : null,
  ])
  return (
    <WorkspaceFrame actor={actor} workspace={workspace} page="/members">
      <PageHeader
        title="Members"
        meta="People come by invitation."
        actions={invites ? <InviteButton workspaceId={workspaceId} myRole={workspace.role} /> : null}
      />
      <Members workspaceId={workspaceId} members={members.items} me={actor.id} myRole={workspace.role} />
      {invitations ? (
        <section className="mt-10">
          <h2 className="mb-3 text-base font-semibold">Invitations</h2>
          <Invitations workspaceId={workspaceId} invitations={invitations.items} />
        </section>
      ) : null}
    </WorkspaceFrame>
  )
}
