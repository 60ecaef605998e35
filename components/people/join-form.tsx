'use client'

import { call } from '@/client/call'
import { go, signIn, signOut } from '@/client/sign-in'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { errorBeside, Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/small'
import { AccountFields } from './account-fields'

/** Redeems an invitation with a new account, and signs in with it. */
export function JoinForm({ token }: { token: string }) {
  const join = useAction(async (id, values: Record<string, string>) => {
    const { name = '', email = '', password = '' } = values
    const { workspaceId } = await call('POST /invitations/join', { body: { token, id, name, email, password } })
    const home = `/w/${workspaceId}`
    return signIn(email, password).then(
      () => go(home),
      () => go(`/sign-in?next=${home}`),
    )
  })
  return (
    <Form
      onSubmit={(values) => void join.run(values)}
      error={errorBeside(join, 'name', 'email', 'password')}
      fields={join.fields}
      footer={
        <Button type="submit" variant="primary" busy={join.busy}>
          Create my account and join
        </Button>
      }
    >
      <AccountFields fields={join.fields} />
    </Form>
  )
}

/** Redeems an invitation as the person who is signed in, or lets someone else sign in for it. */
export function AcceptForm({ token, name }: { token: string; name: string }) {
  const accept = useAction(async (idempotencyKey) => {
    const { workspaceId } = await call('POST /invitations/accept', { body: { token } }, { idempotencyKey })
    return go(`/w/${workspaceId}`)
  })
  const leave = useAction(() => signOut('/join'))
  const error = accept.error || leave.error
  return (
    <div className="grid gap-3">
      {error ? <Notice tone="danger">{error}</Notice> : null}
      <Button variant="primary" busy={accept.busy} onClick={() => void accept.run()}>
        Join as {name}
      </Button>
      <Button variant="quiet" busy={leave.busy} onClick={() => void leave.run()}>
        Not {name}? Sign out
      </Button>
    </div>
  )
}
