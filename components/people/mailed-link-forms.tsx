'use client'

import { useState } from 'react'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { errorBeside, Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/small'

/** Asks for a link for a new password. What it says then is the same for every address. */
export function AskResetForm() {
  const [asked, setAsked] = useState('')
  const ask = useAction(async (_key, email: string) => {
    await call('POST /password-resets', { body: { email } })
    setAsked(email.trim())
  })
  if (asked)
    return (
      <div role="status" className="grid gap-3">
        <p>
          If an account has the address <span className="font-medium wrap-anywhere">{asked}</span>, a mail with a link
          is on its way to it.
        </p>
        <p className="text-ink-faint text-[13px]">
          The link works once, for an hour. No mail? Look among what was sorted out as spam, and check the address.
        </p>
      </div>
    )
  return (
    <Form
      onSubmit={({ email = '' }) => void ask.run(email)}
      error={errorBeside(ask, 'email')}
      fields={ask.fields}
      footer={
        <Button type="submit" variant="primary" busy={ask.busy}>
          Send me a link
        </Button>
      }
    >
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        required
        autoFocus
        error={ask.fields.email}
      />
    </Form>
  )
}

/** Sets a new password by the mailed link that led here. */
export function ResetForm({ token }: { token: string }) {
  const [done, setDone] = useState(false)
  const reset = useAction(async (_key, password: string) => {
    await call('POST /password-resets/use', { body: { token, password } })
    setDone(true)
  })
  if (done)
    return (
      <div role="status">
        <p>
          Your new password counts from now on, and you are signed out everywhere.{' '}
          <a className="link" href="/sign-in">
            Sign in
          </a>
        </p>
      </div>
    )
  return (
    <Form
      onSubmit={({ password = '' }) => void reset.run(password)}
      error={errorBeside(reset, 'password')}
      fields={reset.fields}
      footer={
        <Button type="submit" variant="primary" busy={reset.busy}>
          Set this password
        </Button>
      }
    >
      <TextField
        label="New password"
        name="password"
        type="password"
        autoComplete="new-password"
        required
        autoFocus
        error={reset.fields.password}
        hint="At least 12 characters. Every device is signed out."
      />
    </Form>
  )
}

/** Confirms an address. To open the link changes nothing: mail programs look at links too. */
export function VerifyButton({ token }: { token: string }) {
  const [verified, setVerified] = useState('')
  const verify = useAction(async () => {
    setVerified((await call('POST /verifications', { body: { token } })).email)
  })
  if (verified)
    return (
      <div role="status">
        <p>
          <span className="font-medium wrap-anywhere">{verified}</span> is your address.{' '}
          <a className="link" href="/">
            Go to Assay
          </a>
        </p>
      </div>
    )
  return (
    <div className="grid gap-3">
      {verify.error ? <Notice tone="danger">{verify.error}</Notice> : null}
      <div>
        <Button variant="primary" busy={verify.busy} onClick={() => void verify.run()}>
          Yes, this is my address
        </Button>
      </div>
    </div>
  )
}
