'use client'

import { useRouter } from 'next/navigation'
import { call, Problem } from '@/client/call'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { TextAreaField, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { showToast } from '@/components/ui/toast'
import type { Project } from '@/domain/projects/project'

/** Name and description. When someone else changed them meanwhile, both are shown, and a second save decides. */
export function ProjectForm({ project }: { project: Project }) {
  const router = useRouter()
  const { run, busy, error, fields } = useAction(async (idempotencyKey, name: string, description: string) => {
    const { id: projectId, version } = project
    try {
      await call(
        'PATCH /projects/{projectId}',
        { params: { projectId }, body: { version, name, description } },
        { idempotencyKey },
      )
    } catch (problem) {
      if (problem instanceof Problem && problem.status === 409) router.refresh()
      throw problem
    }
    showToast({ text: 'The project is saved.' })
    router.refresh()
  })
  return (
    <Form
      onSubmit={({ name = '', description = '' }) => void run(name, description)}
      error={
        fields.name
          ? ''
          : error &&
            `${error} It now is “${project.name}”${project.description ? `: ${project.description}` : ''}. Save again to put yours in its place.`
      }
      footer={
        <div>
          <Button type="submit" busy={busy}>
            Save
          </Button>
        </div>
      }
    >
      <TextField label="Name" name="name" defaultValue={project.name} maxLength={120} error={fields.name} />
      <TextAreaField label="Description" name="description" defaultValue={project.description} maxLength={2000} />
    </Form>
  )
}
