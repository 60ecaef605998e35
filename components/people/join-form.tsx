'use client'

import { v7 } from 'uuid'
import { call } from '@/client/call'
import { signIn } from '@/client/sign-in'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/small'
import { AccountFields } from './account-fields'

/** Redeems an invitation with a new account. */
export function JoinForm({ token }: { token: string }) {
  const { run, busy, error, fields } = useAction(async (_key, values: Record<string, string>) => {
    const { name = '', email = '', password = '' } = values
    const { workspaceId } = await call('POST /invitations/join', { body: { token, id: v7(), name, email, password } })
    await signIn(email, password)
    location.assign(`/w/${workspaceId}`)
  })
  return (
    <Form
      onSubmit={(values) => void run(values)}
      error={error}
      footer={
        <Button type="submit" variant="primary" busy={busy}>
          Create my account and join
        </Button>
      }
    >
      <AccountFields fields={fields} />
    </Form>
  )
}

/** Redeems an invitation as the person who is signed in. */
export function AcceptForm({ token, name }: { token: string; name: string }) {
  const { run, busy, error } = useAction(async (idempotencyKey) => {
    const { workspaceId } = await call('POST /invitations/accept', { body: { token } }, { idempotencyKey })
    location.assign(`/w/${workspaceId}`)
  })
  return (
    <div className="grid gap-4">
      {error ? <Notice tone="danger">{error}</Notice> : null}
      <Button variant="primary" busy={busy} onClick={() => void run()}>
        Join as {name}
      </Button>
    </div>
  )
}
