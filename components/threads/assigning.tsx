'use client'

import { useQuery } from '@tanstack/react-query'
import { UserRoundCheck } from 'lucide-react'
import { useState } from 'react'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import type { Assignment, ThreadState } from '@/domain/threads/thread'
import { Button } from '@/components/ui/button'
import { day } from '@/components/ui/day'
import { SelectField, TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/small'
import { showError, showToast } from '@/components/ui/toast'
import { keys, useChanged, useDesk } from './desk'

type Props = { threadId: string; thread: ThreadState }
type Given = Pick<Assignment, 'assigneeId' | 'dueOn'>

/** Who is to see to a thread, and by when; and the way to give it to someone. Of a resolved one it is history. */
export function Assigning({ threadId, thread }: Props) {
  const { annotates, me } = useDesk()
  const [asking, setAsking] = useState(false)
  const { assignee, dueOn, status } = thread
  if (asking) return <AssignForm threadId={threadId} thread={thread} onClose={() => setAsking(false)} />
  const open = status === 'open'
  const change = open && annotates
  if (!assignee && !change) return null
  if (!assignee) {
    return (
      <Button size="small" variant="quiet" className="-mb-2 -ml-2 justify-self-start" onClick={() => setAsking(true)}>
        <UserRoundCheck size={15} aria-hidden /> Assign
      </Button>
    )
  }
  const who = assignee.id === me.id ? 'you' : assignee.name
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-sm">
      <span className="wrap-anywhere">
        {open ? 'For' : 'Was for'} <span className="font-medium">{who}</span> to see to
        {dueOn ? `, by ${day(dueOn)}` : ''}
      </span>
      {change ? (
        <Button size="small" variant="quiet" onClick={() => setAsking(true)}>
          Change<span className="sr-only"> who is to see to it</span>
        </Button>
      ) : null}
    </p>
  )
}

function AssignForm({ threadId, thread, onClose }: Props & { onClose: () => void }) {
  const { projectId } = useDesk()
  const changed = useChanged()
  const before: Given = { assigneeId: thread.assignee?.id ?? null, dueOn: thread.dueOn }
  const [given, setGiven] = useState<Given>(before)
  const people = useQuery({
    queryKey: [...keys.thread(threadId), 'people'],
    queryFn: () => call('GET /projects/{projectId}/people', { params: { projectId }, query: { limit: '200' } }),
  })
  const put = (body: Assignment, idempotencyKey?: string) =>
    call(
      'PUT /threads/{threadId}/assignment',
      { params: { threadId }, body },
      { ...(idempotencyKey && { idempotencyKey }) },
    )
  const action = useAction(async (key) => {
    const { version } = await put({ ...given, version: thread.version }, key)
    const undo = () => void put({ ...before, version }).then(() => changed(threadId), showError)
    onClose()
    showToast({
      text: given.assigneeId ? 'Assigned.' : 'Nobody is to see to it now.',
      action: { name: 'Undo', run: undo },
    })
    await changed(threadId)
  })
  const known = people.data?.items ?? (thread.assignee ? [thread.assignee] : [])
  return (
    <form
      className="grid gap-2"
      aria-label="Who is to see to it"
      onSubmit={(event) => {
        event.preventDefault()
        void action.run()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <SelectField
        label="Who is to see to it?"
        autoFocus
        value={given.assigneeId ?? ''}
        error={action.fields.assigneeId}
        onChange={({ target: { value } }) => setGiven({ assigneeId: value || null, dueOn: value ? given.dueOn : '' })}
      >
        <option value="">Nobody</option>
        {known.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      {given.assigneeId ? (
        <TextField
          label="By"
          type="date"
          hint="Optional."
          value={given.dueOn}
          error={action.fields.dueOn}
          onChange={(event) => setGiven({ ...given, dueOn: event.target.value })}
        />
      ) : null}
      {action.error && !action.fields.assigneeId ? <Notice tone="danger">{action.error}</Notice> : null}
      <div className="flex justify-end gap-2">
        <Button size="small" variant="quiet" onClick={onClose}>
          Cancel
        </Button>
        <Button size="small" variant="primary" type="submit" busy={action.busy}>
          Assign
        </Button>
      </div>
    </form>
  )
}
