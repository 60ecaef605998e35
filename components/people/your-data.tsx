'use client'

import Link from 'next/link'
import { useState } from 'react'
import { call } from '@/client/call'
import { go } from '@/client/sign-in'
import { useAction } from '@/client/use-action'
import { Button, buttonClass } from '@/components/ui/button'
import { Dialog, SubmitActions } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/field'
import { errorBeside, Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/small'

type Props = {
  onlyMine: readonly { id: string; name: string }[]
  /** Whether there is a password to ask for. */
  password: boolean
}

/** What is one's own, to take along; and erasing one's account, with what has to be done before. */
export function YourData({ onlyMine, password }: Props) {
  const [erasing, setErasing] = useState(false)
  return (
    <div className="grid gap-3">
      <p>
        <a className={buttonClass()} href="/api/v1/me/data" download>
          Download my data
        </a>
      </p>
      <p className="text-ink-soft">
        What you wrote in workspaces that you belong to, your settings, sessions and notifications, as a zip of JSON.
      </p>
      {onlyMine.length > 0 ? (
        <Notice>
          You can’t erase your account while you are the only owner of a workspace. Make someone else an owner, or
          delete the workspace:
          <ul className="mt-1">
            {onlyMine.map(({ id, name }) => (
              <li key={id}>
                <Link className="link" href={`/w/${id}/members`}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      ) : (
        <div>
          <Button variant="danger" onClick={() => setErasing(true)}>
            Erase my account…
          </Button>
        </div>
      )}
      {erasing ? <EraseDialog asks={password} onClose={() => setErasing(false)} /> : null}
    </div>
  )
}

/** Says what goes and what stays, and asks for the password. */
function EraseDialog({ asks, onClose }: { asks: boolean; onClose: () => void }) {
  const erase = useAction(async (idempotencyKey, password: string) => {
    await call('POST /me/erase', { body: { password } }, { idempotencyKey })
    void go('/sign-in')
  })
  return (
    <Dialog title="Erase your account?" onClose={onClose}>
      <Form
        onSubmit={({ password = '' }) => void erase.run(password)}
        error={errorBeside(erase, 'password')}
        fields={erase.fields}
        footer={
          <SubmitActions danger busy={erase.busy} onCancel={onClose}>
            Erase my account
          </SubmitActions>
        }
      >
        <div className="grid gap-2">
          <p>This happens at once, and nobody can undo it.</p>
          <p>
            <strong className="font-medium">Gone:</strong> your account, name and e-mail address, where you signed in,
            your notifications and choices, your private annotations, and verdicts of rounds that were called off.
          </p>
          <p>
            <strong className="font-medium">Stays:</strong> what you wrote for others: annotations, comments, claims,
            evidence, verdicts, signatures and dissents. It is shown as by “Former member” with a number. Your name
            where others typed it themselves stays too.
          </p>
        </div>
        {asks ? (
          <TextField
            label="Your password"
            name="password"
            type="password"
            autoComplete="current-password"
            error={erase.fields.password}
          />
        ) : null}
      </Form>
    </Dialog>
  )
}
