'use client'

import { v7 } from 'uuid'
import { call } from '@/client/call'
import { signIn } from '@/client/sign-in'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { AccountFields } from './account-fields'

/** Claims a new installation and signs its owner in. */
export function SetUpForm({ token }: { token: string }) {
  const { run, busy, error, fields } = useAction(async (_key, values: Record<string, string>) => {
    const { name = '', email = '', password = '', workspace = '' } = values
    const made = await call('POST /setup', {
      body: { token, id: v7(), name, email, password, workspace, sample: values.sample === 'on' },
    })
    await signIn(email, password)
    location.assign(made.documentId ? `/d/${made.documentId}` : `/w/${made.workspaceId}`)
  })
  return (
    <Form
      onSubmit={(values) => void run(values)}
      error={error}
      footer={
        <Button type="submit" variant="primary" busy={busy}>
          Create the owner’s account
        </Button>
      }
    >
      <AccountFields fields={fields} />
      <TextField
        label="Workspace"
        name="workspace"
        required
        defaultValue="Our desk"
        error={fields.workspace}
        hint="Where your team, its projects and documents live."
      />
      <label className="flex items-start gap-2">
        <input type="checkbox" name="sample" defaultChecked className="mt-1 size-4 accent-(--accent)" />
        <span>
          Add a sample project
          <span className="text-ink-faint block text-[13px]">A short contested briefing to try Assay on.</span>
        </span>
      </label>
    </Form>
  )
}
