'use client'

import { useRouter } from 'next/navigation'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { Badge, Notice } from '@/components/ui/small'
import { showToast } from '@/components/ui/toast'
import { day } from '@/components/ui/day'
import { Time } from '@/components/ui/time'
import type { Invitation } from '@/domain/people/workspace'

/** The invitations that were made, and what became of them. */
export function Invitations({ workspaceId, invitations }: { workspaceId: string; invitations: readonly Invitation[] }) {
  const router = useRouter()
  const { run, busy, error } = useAction(async (idempotencyKey, invitationId: string) => {
    await call(
      'DELETE /workspaces/{workspaceId}/invitations/{invitationId}',
      { params: { workspaceId, invitationId } },
      { idempotencyKey },
    )
    showToast({ text: 'The invitation is revoked; its link does nothing any more.' })
    router.refresh()
  })
  if (invitations.length === 0) {
    return (
      <p className="text-ink-soft">
        None yet. “Invite someone” makes a link that works once; send it by whatever way you trust.
      </p>
    )
  }
  return (
    <div className="grid gap-2">
      {error ? <Notice tone="danger">{error}</Notice> : null}
      <ul className="divide-line border-line bg-surface divide-y rounded-lg border">
        {invitations.map((invitation) => (
          <li key={invitation.id} className="flex items-center justify-between gap-3 px-4 py-2.5">
            <div className="min-w-0">
              <div className="flex flex-wrap items-center gap-2">
                <span className="font-medium wrap-anywhere">{invitation.note || 'Someone'}</span>{' '}
                <Badge>{invitation.role}</Badge>
                <Badge tone={invitation.state === 'open' ? 'accent' : 'plain'}>{STATES[invitation.state]}</Badge>
              </div>
              <div className="text-ink-faint text-[13px] wrap-anywhere">
                by {invitation.createdBy.name}
                {invitation.email ? `, mailed to ${invitation.email}` : ''} · <Time at={invitation.createdAt} />
                {invitation.redeemedBy ? ` · used by ${invitation.redeemedBy.name}` : ''}
                {invitation.state === 'open' ? ` · until ${day(invitation.expiresAt)}` : ''}
              </div>
            </div>
            {invitation.state === 'open' ? (
              <Button
                size="small"
                busy={busy}
                onClick={() => void run(invitation.id)}
                aria-label={`Revoke the invitation for ${invitation.note || 'someone'}`}
              >
                Revoke
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  )
}

const STATES: Readonly<Record<Invitation['state'], string>> = {
  open: 'open',
  redeemed: 'used',
  revoked: 'revoked',
  expired: 'expired',
}
