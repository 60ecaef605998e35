'use client'

import type { ReactNode } from 'react'
import type { Action } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { DialogActions } from '@/components/ui/dialog'
import { errorBeside, Form } from '@/components/ui/form'
import { PasswordField } from './password-field'
import { QrPicture } from './qr-picture'
import { CodeField } from './sign-in-form'

type Proving = {
  hasPassword: boolean
  withCode?: boolean
  action: Action<[password: string, code: string], unknown> | Action<[password: string], unknown>
  button: string
  onClose: () => void
  children?: ReactNode
}

/** Asks who it is once more: by password, and by a code where one is on. */
export function ProveStep({ hasPassword, withCode, action, button, onClose, children }: Proving) {
  const run = action.run as (password: string, code: string) => Promise<unknown>
  return (
    <Form
      onSubmit={({ password = '', code = '' }) => void run(password, code)}
      error={errorBeside(action, 'password', 'code')}
      fields={action.fields}
      footer={
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={action.busy}>
            {button}
          </Button>
        </DialogActions>
      }
    >
      {children ? <p className="text-ink-soft">{children}</p> : null}
      <PasswordField hasPassword={hasPassword} error={action.fields.password} />
      {withCode ? <CodeField error={action.fields.code} autoFocus={false} /> : null}
      {hasPassword || withCode ? null : <p className="text-ink-soft">Have the app on your phone at hand.</p>}
    </Form>
  )
}

type App = { secret: string; uri: string }

/** The secret as a picture and as letters, and the first code of the app. */
export function AppStep({
  app,
  action,
  onClose,
}: {
  app: App
  action: Action<[code: string], unknown>
  onClose: () => void
}) {
  return (
    <Form
      onSubmit={({ code = '' }) => void action.run(code)}
      error={errorBeside(action, 'code')}
      fields={action.fields}
      footer={
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={action.busy}>
            Turn on
          </Button>
        </DialogActions>
      }
    >
      <p className="text-ink-soft">Scan this with an authenticator app, or type the letters below into it.</p>
      <QrPicture text={app.uri} label="QR code for your authenticator app" />
      <p className="text-center font-mono text-[13px] wrap-anywhere" data-secret>
        {app.secret.replace(/(.{4})(?=.)/g, '$1 ')}
      </p>
      <CodeField error={action.fields.code} first />
    </Form>
  )
}

/** The recovery codes, which are shown this once. */
export function CodesStep({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  return (
    <>
      <p className="text-ink-soft mb-3">
        Each of them stands in for a code once, should you lose your phone. Keep them where nobody else looks: they are
        not shown again.
      </p>
      <ul
        aria-label="Recovery codes"
        className="bg-sunken grid gap-x-6 gap-y-1 rounded-md p-3 font-mono text-[13px] sm:grid-cols-2"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <DialogActions>
        <CopyButton text={codes.join('\n')} label="Copy all" />
        <Button variant="primary" data-focus-first onClick={onClose}>
          I have kept them
        </Button>
      </DialogActions>
    </>
  )
}
