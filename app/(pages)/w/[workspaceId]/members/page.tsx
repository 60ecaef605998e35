import type { Metadata } from 'next'
import Link from 'next/link'
import { found, idOf, pageActor } from '@/app/_door/page'
import { Invitations } from '@/components/people/invitations'
import { InviteButton } from '@/components/people/invite-button'
import { Members } from '@/components/people/members'
import { RoleMeanings } from '@/components/people/role-meanings'
import { PageHeader } from '@/components/shell/app-shell'
import { can } from '@/domain/permissions/policy'
import { config } from '@/server/config'
import { listInvitations } from '@/server/people/invitations'
import { listMembers } from '@/server/people/members'
import { getWorkspace } from '@/server/people/workspaces'
import { WorkspaceFrame } from '../frame'

export const metadata: Metadata = { title: 'Members' }

type Props = {
  params: Promise<{ workspaceId: string }>
  searchParams: Promise<{ members?: string | string[]; invitations?: string | string[] }>
}

export default async function MembersPage({ params, searchParams }: Props) {
  const workspaceId = idOf((await params).workspaceId)
  const actor = await pageActor(`/w/${workspaceId}/members`)
  const workspace = await found(getWorkspace(actor, workspaceId))
  const invites = can(actor, 'invitation:read', { workspaceId })
  const at = await searchParams
  const [members, invitations] = await found(
    Promise.all([
      listMembers(actor, workspaceId, { limit: 100, cursor: one(at.members) }),
      invites ? listInvitations(actor, workspaceId, { limit: 25, cursor: one(at.invitations) }) : null,
    ]),
  )
  return (
    <WorkspaceFrame actor={actor} workspace={workspace} page="/members">
      <PageHeader
        title="Members"
        meta="People come by invitation."
        actions={
          invites ? (
            <InviteButton workspaceId={workspaceId} myRole={workspace.role} mails={config.mail !== null} />
          ) : null
        }
      />
      <Members workspaceId={workspaceId} members={members.items} me={actor.id} myRole={workspace.role} />
      <More page={members} href={`?members=${members.next}`} name="More members" />
      <RoleMeanings />
      {invitations ? (
        <section className="mt-10">
          <h2 className="mb-3 text-base font-semibold">Invitations</h2>
          <Invitations workspaceId={workspaceId} invitations={invitations.items} />
          <More page={invitations} href={`?invitations=${invitations.next}`} name="Earlier invitations" />
        </section>
      ) : null}
    </WorkspaceFrame>
  )
}

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined)

function More({ page, href, name }: { page: { next: string | null }; href: string; name: string }) {
  if (page.next === null) return null
  return (
    <p className="mt-3">
      <Link href={href} className="link">
        {name}
      </Link>
    </p>
  )
}
