'use client'

import { go, signIn } from '@/client/sign-in'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'

/** Signs in and goes on to `next`, a path of our own. */
export function SignInForm({ next }: { next: string }) {
  const { run, busy, error } = useAction(async (_key, email: string, password: string) => {
    await signIn(email, password)
    return go(next)
  })
  return (
    <Form
      onSubmit={({ email = '', password = '' }) => void run(email, password)}
      error={error}
      footer={
        <Button type="submit" variant="primary" busy={busy}>
          Sign in
        </Button>
      }
    >
      <TextField label="E-mail" name="email" type="email" autoComplete="username" required autoFocus />
      <TextField label="Password" name="password" type="password" autoComplete="current-password" required />
    </Form>
  )
}
