'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/field'
import { errorBeside, Form } from '@/components/ui/form'
import { Badge, Notice } from '@/components/ui/small'
import { showToast } from '@/components/ui/toast'
import type { Security } from '@/domain/people/person'
import { PasswordField } from './password-field'

/** The address that one signs in with: whether it is verified, and another in its place. */
export function EmailAddress({ security }: { security: Security }) {
  const { email, verified, pendingEmail, mails, hasPassword } = security
  const [open, setOpen] = useState(false)
  const again = useAction(async (idempotencyKey) => {
    await call('POST /me/email/verification', {}, { idempotencyKey })
    showToast({ text: 'A mail with a link is on its way.' })
  })
  return (
    <div className="grid gap-3">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium wrap-anywhere">{email}</span>
        {verified ? <Badge tone="accent">verified</Badge> : <Badge tone="warning">not verified</Badge>}
      </p>
      {!mails ? (
        <p className="text-ink-faint text-[13px]">
          This installation sends no mail, so addresses can be neither verified nor changed.
        </p>
      ) : verified ? null : (
        <p className="text-ink-soft">
          Open the link that was mailed to you. Until then you are told of things in Assay only, not by mail.
        </p>
      )}
      {pendingEmail ? (
        <Notice>
          <span className="font-medium">{pendingEmail}</span> takes its place once you open the link that was mailed
          there.
        </Notice>
      ) : null}
      {again.error ? <Notice tone="danger">{again.error}</Notice> : null}
      {mails ? (
        <div className="flex flex-wrap gap-2">
          {verified ? null : (
            <Button busy={again.busy} onClick={() => void again.run()}>
              Send the link again
            </Button>
          )}
          <Button onClick={() => setOpen(true)}>Change the address…</Button>
        </div>
      ) : null}
      {open ? <ChangeDialog hasPassword={hasPassword} onClose={() => setOpen(false)} /> : null}
    </div>
  )
}

function ChangeDialog({ hasPassword, onClose }: { hasPassword: boolean; onClose: () => void }) {
  const router = useRouter()
  const change = useAction(async (idempotencyKey, email: string, password: string) => {
    await call('POST /me/email', { body: { email, password } }, { idempotencyKey })
    showToast({ text: 'Now open the link that is mailed to the new address, unless somebody else has it.' })
    onClose()
    router.refresh()
  })
  return (
    <Dialog title="Another address" onClose={onClose}>
      <Form
        onSubmit={({ email = '', password = '' }) => void change.run(email, password)}
        error={errorBeside(change, 'email', 'password')}
        fields={change.fields}
        footer={
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" busy={change.busy}>
              Mail me a link
            </Button>
          </DialogActions>
        }
      >
        <TextField
          label="New e-mail address"
          name="email"
          type="email"
          autoComplete="email"
          required
          error={change.fields.email}
          hint="It counts once you open the link that is mailed there. Your old address is told."
        />
        <PasswordField hasPassword={hasPassword} error={change.fields.password} />
      </Form>
    </Dialog>
  )
}
