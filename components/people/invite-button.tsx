'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Answer } from '@/domain/endpoints'
import { deedsOf, RANK, ROLES, withArticle, type Role } from '@/domain/permissions/role'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { SelectField, TextField } from '@/components/ui/field'
import { errorBeside, Form } from '@/components/ui/form'
import { day } from '@/components/ui/day'
import { ShownOnce } from '@/components/ui/shown-once'

type Made = Answer<'POST /workspaces/{workspaceId}/invitations'>

type Props = {
  workspaceId: string
  myRole: Role
  /** Whether this installation sends mail. */
  mails: boolean
}

/** Invites by a link, which is shown once, or mailed. */
export function InviteButton({ workspaceId, myRole, mails }: Props) {
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
        <Dialog title={made?.link ? 'Send this link' : made ? 'On its way' : 'Invite someone'} onClose={close}>
          {made?.link ? (
            <Link link={made.link} invitation={made.invitation} onClose={close} />
          ) : made ? (
            <Mailed invitation={made.invitation} onClose={close} />
          ) : (
            <InviteForm {...{ workspaceId, myRole, mails }} onMade={keep} onClose={close} />
          )}
        </Dialog>
      ) : null}
    </>
  )
}

type Invited = { invitation: Made['invitation']; onClose: () => void }

function Mailed({ invitation, onClose }: Invited) {
  return (
    <>
      <p className="text-ink-soft">
        The invitation goes to <span className="font-medium wrap-anywhere">{invitation.email}</span>. It makes one
        person {withArticle(invitation.role)}, once, until {day(invitation.expiresAt)}.
      </p>
      <DialogActions>
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      </DialogActions>
    </>
  )
}

function Link({ link, invitation, onClose }: Invited & { link: string }) {
  return (
    <ShownOnce label="Invitation link" copy="Copy link" text={link} onClose={onClose}>
      It makes one person {withArticle(invitation.role)}, once, until {day(invitation.expiresAt)}. Copy it now: it is
      not shown again.
    </ShownOnce>
  )
}

function InviteForm(props: Props & { onMade: (made: Made) => void; onClose: () => void }) {
  const { workspaceId, myRole, mails } = props
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('analyst')
  const invite = useAction(async (key, given: Role, note: string, to: string) => {
    const invitation = { params: { workspaceId }, body: { id: key, role: given, note, email: to.trim() || null } }
    props.onMade(await call('POST /workspaces/{workspaceId}/invitations', invitation, { idempotencyKey: key }))
  })
  return (
    <Form
      onSubmit={({ note = '' }) => void invite.run(role, note, email)}
      error={errorBeside(invite, 'note', 'email')}
      fields={invite.fields}
      footer={
        <DialogActions>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={invite.busy}>
            {email.trim() === '' ? 'Make a link' : 'Send the invitation'}
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
      {mails ? (
        <TextField
          label="Send it by mail to"
          type="email"
          autoComplete="off"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          error={invite.fields.email}
          hint="An e-mail address. Leave it empty for a link that you hand over yourself."
        />
      ) : null}
    </Form>
  )
}
