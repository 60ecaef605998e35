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
import { RuleFields, sayRule } from './rule-fields'

/** Name, description, and by what rule findings are published. Where someone else was faster, theirs are shown, and the next save decides. */
export function ProjectForm({ project }: { project: Project }) {
  const router = useRouter()
  const [now, setNow] = useState(project)
  const [theirs, setTheirs] = useState<Project | null>(null)
  const action = useAction(async (idempotencyKey, said: Said, version: number) => {
    const params = { projectId: project.id }
    try {
      setNow(await call('PATCH /projects/{projectId}', { params, body: { version, ...said } }, { idempotencyKey }))
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
      onSubmit={(values) => void action.run(saidIn(values), (theirs ?? now).version)}
      error={theirs ? '' : errorBeside(action, 'name', 'description', 'signOffs')}
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
        <RuleFields project={now} error={action.fields.signOffs} />
      </div>
      {theirs ? (
        <Stale
          said={action.error}
          theirs={
            <>
              <p className="font-medium">{theirs.name}</p>
              <p className="whitespace-pre-line">{theirs.description}</p>
              <p>{sayRule(theirs)}</p>
            </>
          }
          onTakeTheirs={takeTheirs}
        />
      ) : null}
    </Form>
  )
}

type Said = Pick<Project, 'name' | 'description' | 'signOffs' | 'adjudicates'>

/** What a form says, by the names of its fields; a box that is not ticked is not among them. */
function saidIn({ name = '', description = '', signOffs, adjudicates }: Readonly<Record<string, string>>): Said {
  return { name, description, signOffs: Number(signOffs), adjudicates: adjudicates !== undefined }
}
