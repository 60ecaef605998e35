'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Answer } from '@/domain/endpoints'
import { deedsOf, RANK, ROLES, withArticle, type Role } from '@/domain/permissions/role'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { SelectField, TextField } from '@/components/ui/field'
import { errorBeside, Form } from '@/components/ui/form'
import { day } from '@/components/ui/day'

type Made = Answer<'POST /workspaces/{workspaceId}/invitations'>

/** Invites by a link, which is shown once. */
export function InviteButton({ workspaceId, myRole }: { workspaceId: string; myRole: Role }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [made, setMade] = useState<Made | null>(null)
  const close = () => {
    setOpen(false)
    setMade(null)
  }
  const keep = (invitation: Made) => {
    setMade(invitation)
    router.refresh()
  }
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        Invite someone
      </Button>
      {open ? (
        <Dialog title={made ? 'Send this link' : 'Invite someone'} onClose={close}>
          {made ? (
            <Link made={made} onClose={close} />
          ) : (
            <InviteForm workspaceId={workspaceId} myRole={myRole} onMade={keep} onClose={close} />
          )}
        </Dialog>
      ) : null}
    </>
  )
}

function Link({ made: { link, invitation }, onClose }: { made: Made; onClose: () => void }) {
  return (
    <>
      <p className="text-ink-soft mb-3">
        It makes one person {withArticle(invitation.role)}, once, until {day(invitation.expiresAt)}. Copy it now: it is
        not shown again.
      </p>
      <TextField
        label="Invitation link"
        hideLabel
        readOnly
        autoFocus
        value={link}
        className="font-mono text-[13px]"
        onFocus={(event) => event.target.select()}
      />
      <DialogActions>
        <CopyButton text={link} label="Copy link" />
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      </DialogActions>
    </>
  )
}

function InviteForm(props: { workspaceId: string; myRole: Role; onMade: (made: Made) => void; onClose: () => void }) {
  const { workspaceId, myRole } = props
  const [role, setRole] = useState<Role>('analyst')
  const invite = useAction(async (key, given: Role, note: string) => {
    const invitation = { params: { workspaceId }, body: { id: key, role: given, note } }
    props.onMade(await call('POST /workspaces/{workspaceId}/invitations', invitation, { idempotencyKey: key }))
  })
  return (
    <Form
      onSubmit={({ note = '' }) => void invite.run(role, note)}
      error={errorBeside(invite, 'note')}
      fields={invite.fields}
      footer={
        <DialogActions>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={invite.busy}>
            Make a link
          </Button>
        </DialogActions>
      }
    >
      <SelectField
        label="Role"
        value={role}
        onChange={(event) => setRole(event.target.value as Role)}
        hint={`Someone who ${deedsOf(role)}.`}
      >
        {ROLES.filter((each) => RANK[each] <= RANK[myRole]).map((each) => (
          <option key={each}>{each}</option>
        ))}
      </SelectField>
      <TextField
        label="For whom"
        name="note"
        maxLength={200}
        error={invite.fields.note}
        hint="A reminder for you and other admins; optional."
      />
    </Form>
  )
}
