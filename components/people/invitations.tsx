'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { v7 } from 'uuid'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { SelectField, TextField, inputClass } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { Badge, Notice } from '@/components/ui/small'
import { Time } from '@/components/ui/time'
import type { Invitation } from '@/domain/people/workspace'
import { RANK, ROLE_MEANING, ROLES, type Role } from '@/domain/permissions/role'

/** Invites by a link, which is shown once. */
export function InviteButton({ workspaceId, myRole }: { workspaceId: string; myRole: Role }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [role, setRole] = useState<Role>('analyst')
  const [link, setLink] = useState('')
  const { run, busy, error } = useAction(async (idempotencyKey, note: string) => {
    const made = await call(
      'POST /workspaces/{workspaceId}/invitations',
      { params: { workspaceId }, body: { id: v7(), role, note } },
      { idempotencyKey },
    )
    setLink(made.link)
    router.refresh()
  })
  const close = () => {
    setOpen(false)
    setLink('')
  }
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        Invite someone
      </Button>
      {open ? (
        <Dialog title={link ? 'Send this link' : 'Invite someone'} onClose={close}>
          {link ? (
            <>
              <p className="text-ink-soft">
                It works once, for one person, for a week. This is the only time that it is shown.
              </p>
              <input
                readOnly
                value={link}
                aria-label="Invitation link"
                className={`${inputClass} mt-3 font-mono text-[13px]`}
                onFocus={(event) => event.target.select()}
              />
              <DialogActions>
                <CopyButton text={link} label="Copy link" />
                <Button variant="primary" onClick={close}>
                  Done
                </Button>
              </DialogActions>
            </>
          ) : (
            <Form
              onSubmit={({ note = '' }) => void run(note)}
              error={error}
              footer={
                <DialogActions>
                  <Button onClick={close}>Cancel</Button>
                  <Button type="submit" variant="primary" busy={busy}>
                    Make a link
                  </Button>
                </DialogActions>
              }
            >
              <SelectField
                label="Role"
                value={role}
                onChange={(event) => setRole(event.target.value as Role)}
                hint={ROLE_MEANING[role]}
              >
                {ROLES.filter((each) => RANK[each] <= RANK[myRole]).map((each) => (
                  <option key={each}>{each}</option>
                ))}
              </SelectField>
              <TextField
                label="For whom"
                name="note"
                hint="A reminder for you and other admins; optional."
                maxLength={200}
              />
            </Form>
          )}
        </Dialog>
      ) : null}
    </>
  )
}

/** The invitations that were made, and what became of them. */
export function Invitations({ workspaceId, invitations }: { workspaceId: string; invitations: readonly Invitation[] }) {
  const router = useRouter()
  const { run, busy, error } = useAction(async (idempotencyKey, invitationId: string) => {
    await call(
      'DELETE /workspaces/{workspaceId}/invitations/{invitationId}',
      { params: { workspaceId, invitationId } },
      { idempotencyKey },
    )
    router.refresh()
  })
  if (invitations.length === 0)
    return <p className="text-ink-soft">No invitations yet. Each is a link that works once.</p>
  return (
    <div className="grid gap-2">
      {error ? <Notice tone="danger">{error}</Notice> : null}
      <ul className="divide-line border-line bg-surface divide-y rounded-lg border">
        {invitations.map((invitation) => (
          <li key={invitation.id} className="flex items-center justify-between gap-3 px-4 py-2.5">
            <div className="min-w-0">
              <div className="flex flex-wrap items-center gap-2">
                <span className="font-medium">{invitation.note || 'Someone'}</span> <Badge>{invitation.role}</Badge>
                <Badge tone={invitation.state === 'open' ? 'accent' : 'plain'}>{invitation.state}</Badge>
              </div>
              <div className="text-ink-faint text-[13px]">
                {invitation.redeemedBy ? `Used by ${invitation.redeemedBy.name}` : `By ${invitation.createdBy.name}`} ·{' '}
                <Time at={invitation.createdAt} />
              </div>
            </div>
            {invitation.state === 'open' ? (
              <Button size="small" variant="quiet" busy={busy} onClick={() => void run(invitation.id)}>
                Revoke
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  )
}
