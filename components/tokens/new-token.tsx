'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { Choices } from '@/components/ui/choices'
import { day } from '@/components/ui/day'
import { Dialog, SubmitActions } from '@/components/ui/dialog'
import { SelectField, TextField } from '@/components/ui/field'
import { errorBeside, Form } from '@/components/ui/form'
import { ShownOnce } from '@/components/ui/shown-once'
import type { Answer } from '@/domain/endpoints'
import { TOKEN_DAYS, TOKEN_SCOPES } from '@/domain/tokens/words'

type Made = Answer<'POST /workspaces/{workspaceId}/tokens'>
type Workspace = { id: string; name: string }

/** Makes a token, which is shown once. */
export function NewToken({ workspaces }: { workspaces: readonly Workspace[] }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [made, setMade] = useState<Made | null>(null)
  const close = () => {
    setOpen(false)
    setMade(null)
  }
  const keep = (token: Made) => {
    setMade(token)
    router.refresh()
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>New token</Button>
      {open ? (
        <Dialog title={made ? 'Copy your token' : 'New token'} onClose={close}>
          {made ? (
            <ShownOnce label="Token" copy="Copy token" text={made.secret} onClose={close}>
              It is good in {made.token.workspace.name} until {day(made.token.expiresAt)}. Copy it now: it is not shown
              again. Keep it as you keep a password.
            </ShownOnce>
          ) : (
            <TokenForm {...{ workspaces }} onMade={keep} onClose={close} />
          )}
        </Dialog>
      ) : null}
    </>
  )
}

const SCOPES = {
  read: { name: 'Read only', hint: 'Sees what you see in the workspace.' },
  write: { name: 'Read and write', hint: 'Does what you may do there, in your name.' },
} as const

/** The days, in words that people use. */
const DAYS: Readonly<Record<(typeof TOKEN_DAYS)[number], string>> = {
  7: 'a week',
  30: '30 days',
  90: '90 days',
  365: 'a year',
}

type FormProps = { workspaces: readonly Workspace[]; onMade: (made: Made) => void; onClose: () => void }

function TokenForm({ workspaces, onMade, onClose }: FormProps) {
  const [workspaceId, setWorkspaceId] = useState(workspaces[0]?.id ?? '')
  const [scope, setScope] = useState<(typeof TOKEN_SCOPES)[number]>('read')
  const [days, setDays] = useState<(typeof TOKEN_DAYS)[number]>(90)
  const make = useAction(async (id, name: string) => {
    const token = { params: { workspaceId }, body: { id, name, scope, days } }
    onMade(await call('POST /workspaces/{workspaceId}/tokens', token, { idempotencyKey: id }))
  })
  return (
    <Form
      onSubmit={({ name = '' }) => void make.run(name)}
      error={errorBeside(make, 'name')}
      fields={make.fields}
      footer={
        <SubmitActions busy={make.busy} onCancel={onClose}>
          Make a token
        </SubmitActions>
      }
    >
      <TextField
        label="Name"
        name="name"
        maxLength={80}
        autoComplete="off"
        error={make.fields.name}
        hint="What will use it: “nightly export”, for one."
      />
      <SelectField label="Workspace" value={workspaceId} onChange={(event) => setWorkspaceId(event.target.value)}>
        {workspaces.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <Choices
        legend="What it may do"
        name="scope"
        value={scope}
        onChange={setScope}
        options={TOKEN_SCOPES.map((key) => ({ key, ...SCOPES[key] }))}
      />
      <SelectField
        label="Good for"
        value={days}
        onChange={(event) => setDays(TOKEN_DAYS.find((each) => String(each) === event.target.value) ?? days)}
      >
        {TOKEN_DAYS.map((each) => (
          <option key={each} value={each}>
            {DAYS[each]}
          </option>
        ))}
      </SelectField>
    </Form>
  )
}
