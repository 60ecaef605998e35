'use client'

import { giveCode, go, signIn } from '@/client/sign-in'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'

/** Signs in and goes on to `next`, a path of our own. */
export function SignInForm({ next }: { next: string }) {
  const { run, busy, error } = useAction(async (_key, email: string, password: string) => {
    const asked = await signIn(email, password)
    return go(asked === 'code' ? `/sign-in/code?next=${encodeURIComponent(next)}` : next)
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

/** The second step: a code of the app, or a recovery code in its place. */
export function CodeForm({ next }: { next: string }) {
  const { run, busy, error } = useAction(async (_key, code: string) => {
    await giveCode(code)
    return go(next)
  })
  return (
    <Form
      onSubmit={({ code = '' }) => void run(code)}
      error={error}
      footer={
        <Button type="submit" variant="primary" busy={busy}>
          Go on
        </Button>
      }
    >
      <CodeField />
    </Form>
  )
}

type CodeFieldProps = {
  error?: string | undefined
  autoFocus?: boolean
  /** Before there are recovery codes. */
  first?: boolean
}

/** Where a code is typed; phones offer it, and its letters stay as they are. */
export function CodeField({ error, autoFocus = true, first = false }: CodeFieldProps) {
  return (
    <TextField
      label="Code"
      name="code"
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      required
      autoFocus={autoFocus}
      maxLength={40}
      className="font-mono tracking-widest"
      error={error}
      hint={`The six digits that your app shows now${first ? '' : ', or one of your recovery codes'}.`}
    />
  )
}
