'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { call } from '@/client/call'
import { theirsOf } from '@/client/theirs'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { TextAreaField, TextField } from '@/components/ui/field'
import { errorBeside, Form } from '@/components/ui/form'
import { Stale } from '@/components/ui/stale'
import { showToast } from '@/components/ui/toast'
import type { Project } from '@/domain/projects/project'

/** Name and description. Where someone else was faster, theirs are shown, and the next save decides. */
export function ProjectForm({ project }: { project: Project }) {
  const router = useRouter()
  const [now, setNow] = useState(project)
  const [theirs, setTheirs] = useState<Project | null>(null)
  const action = useAction(async (idempotencyKey, name: string, description: string, version: number) => {
    const params = { projectId: project.id }
    try {
      setNow(
        await call('PATCH /projects/{projectId}', { params, body: { version, name, description } }, { idempotencyKey }),
      )
      setTheirs(null)
    } catch (error) {
      setTheirs(theirsOf<Project>(error) ?? theirs)
      throw error
    }
    showToast({ text: 'The project is saved.' })
    router.refresh()
  })
  const takeTheirs = () => {
    if (theirs) setNow(theirs)
    setTheirs(null)
    router.refresh()
  }
  return (
    <Form
      onSubmit={({ name = '', description = '' }) => void action.run(name, description, (theirs ?? now).version)}
      error={theirs ? '' : errorBeside(action, 'name', 'description')}
      fields={action.fields}
      footer={
        <div>
          <Button type="submit" variant="primary" busy={action.busy}>
            Save
          </Button>
        </div>
      }
    >
      {/* Fields that forget what was typed when theirs are taken. */}
      <div key={now.version} className="grid gap-4">
        <TextField label="Name" name="name" defaultValue={now.name} maxLength={120} error={action.fields.name} />
        <TextAreaField
          label="Description"
          name="description"
          defaultValue={now.description}
          rows={5}
          maxLength={2000}
          error={action.fields.description}
        />
      </div>
      {theirs ? (
        <Stale
          said={action.error}
          theirs={
            <>
              <p className="font-medium">{theirs.name}</p>
              <p className="whitespace-pre-line">{theirs.description}</p>
            </>
          }
          onTakeTheirs={takeTheirs}
        />
      ) : null}
    </Form>
  )
}
