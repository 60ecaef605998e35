'use client'

import { useRouter } from 'next/navigation'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { errorBeside, Form } from '@/components/ui/form'
import { showToast } from '@/components/ui/toast'
import { Badge, Notice } from '@/components/ui/small'
import { Time } from '@/components/ui/time'
import type { Me, Session } from '@/domain/people/person'
import { deviceName } from './device'

/** What others see you as. */
export function NameForm({ me }: { me: Me }) {
  const router = useRouter()
  const { run, busy, error, fields } = useAction(async (idempotencyKey, name: string) => {
    await call('PATCH /me', { body: { name } }, { idempotencyKey })
    showToast({ text: 'Your name is saved.' })
    router.refresh()
  })
  return (
    <Form
      onSubmit={({ name = '' }) => void run(name)}
      error={errorBeside({ error, fields }, 'name')}
      fields={fields}
      footer={
        <div>
          <Button type="submit" busy={busy}>
            Save
          </Button>
        </div>
      }
    >
      <TextField label="Name" name="name" defaultValue={me.name} autoComplete="name" error={fields.name} />
    </Form>
  )
}

/** A new password, for whoever knows the current one; a first one of who came by an issuer. */
export function PasswordForm({ hasPassword }: { hasPassword: boolean }) {
  const router = useRouter()
  const { run, busy, error, fields } = useAction(async (idempotencyKey, current: string, password: string) => {
    await call('POST /me/password', { body: { current, password } }, { idempotencyKey })
    showToast({ text: `The password is ${hasPassword ? 'changed' : 'set'}. Your other devices are signed out.` })
    document.querySelector<HTMLFormElement>('#password form')?.reset()
    router.refresh()
  })
  return (
    <div id="password">
      <Form
        onSubmit={({ current = '', password = '' }) => void run(current, password)}
        error={errorBeside({ error, fields }, 'password')}
        fields={fields}
        footer={
          <div>
            <Button type="submit" busy={busy}>
              {hasPassword ? 'Change password' : 'Set a password'}
            </Button>
          </div>
        }
      >
        {hasPassword ? (
          <TextField label="Current password" name="current" type="password" autoComplete="current-password" />
        ) : (
          <p className="text-ink-soft">You have none yet. With one you can sign in without an account elsewhere.</p>
        )}
        <TextField
          label="New password"
          name="password"
          type="password"
          autoComplete="new-password"
          error={fields.password}
          hint="At least 12 characters. Every other device is signed out."
        />
      </Form>
    </div>
  )
}

/** Where you are signed in, and the way to end that. */
export function Sessions({ sessions }: { sessions: readonly Session[] }) {
  const router = useRouter()
  const one = useAction(async (idempotencyKey, sessionId: string) => {
    await call('DELETE /me/sessions/{sessionId}', { params: { sessionId } }, { idempotencyKey })
    showToast({ text: 'That device is signed out.' })
    router.refresh()
  })
  const others = useAction(async (idempotencyKey) => {
    await call('DELETE /me/sessions', {}, { idempotencyKey })
    showToast({ text: 'Every other device is signed out.' })
    router.refresh()
  })
  const error = one.error || others.error
  const busy = one.busy || others.busy
  return (
    <div className="grid gap-3">
      {error ? <Notice tone="danger">{error}</Notice> : null}
      <ul className="divide-line border-line bg-surface divide-y rounded-lg border">
        {sessions.map((session) => (
          <li key={session.id} className="flex items-center justify-between gap-3 px-4 py-2.5">
            <div className="min-w-0">
              <div className="flex flex-wrap items-center gap-2 font-medium">
                {deviceName(session.userAgent)} {session.current ? <Badge tone="accent">this one</Badge> : null}
              </div>
              <div className="text-ink-faint text-[13px]">
                {session.address} · last used <Time at={session.lastSeenAt} /> · signed in{' '}
                <Time at={session.createdAt} />
              </div>
            </div>
            {session.current ? null : (
              <Button
                size="small"
                busy={busy}
                onClick={() => void one.run(session.id)}
                aria-label={`Sign out ${deviceName(session.userAgent)}`}
              >
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <div>
          <Button busy={busy} onClick={() => void others.run()}>
            Sign out everywhere else
          </Button>
        </div>
      ) : (
        <p className="text-ink-faint text-[13px]">You are signed in nowhere else.</p>
      )}
    </div>
  )
}
