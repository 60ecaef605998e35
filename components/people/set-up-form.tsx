'use client'

import { call } from '@/client/call'
import { go, signIn } from '@/client/sign-in'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { errorBeside, Form } from '@/components/ui/form'
import { AccountFields } from './account-fields'

/** Claims a new installation and signs its owner in. */
export function SetUpForm({ token }: { token: string }) {
  const claim = useAction(async (id, values: Record<string, string>) => {
    const { name = '', email = '', password = '', workspace = '' } = values
    const sample = values.sample === 'on'
    const made = await call('POST /setup', { body: { token, id, name, email, password, workspace, sample } })
    const home = made.documentId ? `/d/${made.documentId}` : `/w/${made.workspaceId}`
    return signIn(email, password).then(
      () => go(home),
      () => go(`/sign-in?next=${home}`),
    )
  })
  return (
    <Form
      onSubmit={(values) => void claim.run(values)}
      error={errorBeside(claim, 'name', 'email', 'password', 'workspace')}
      fields={claim.fields}
      footer={
        <Button type="submit" variant="primary" busy={claim.busy}>
          Create the owner’s account
        </Button>
      }
    >
      <AccountFields fields={claim.fields} />
      <TextField
        label="Workspace"
        name="workspace"
        required
        maxLength={80}
        defaultValue="Our desk"
        error={claim.fields.workspace}
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
