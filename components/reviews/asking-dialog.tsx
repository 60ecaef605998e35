'use client'

import { useState, type ReactNode } from 'react'
import { useAction } from '@/client/use-action'
import { Dialog, SubmitActions } from '@/components/ui/dialog'
import { errorBeside, Form } from '@/components/ui/form'
import { showToast } from '@/components/ui/toast'
import { askingBody, NOBODY, type Asking } from './asking'
import { AskingFields } from './asking-fields'

type Props = {
  workspaceId: string
  meId: string
  title: string
  deed: string
  /** What is said once it is done. */
  done: string
  /** Whether what is submitted is held until the reveal. */
  sealed: boolean
  /** Who is asked, unless others are chosen. */
  before?: readonly string[]
  /** Opens what is asked for, under this id; a refusal throws. */
  onDo: (id: string, asked: ReturnType<typeof askingBody>) => Promise<unknown>
  onOpened: () => void
  onClose: () => void
  /** Stands above who is asked. */
  children: ReactNode
}

/** Asks people for verdicts: who, how many, and until when. */
export function AskingDialog(props: Props) {
  const { workspaceId, meId, title, deed, done, sealed, before = [], onDo, onOpened, onClose, children } = props
  const [asking, setAsking] = useState<Asking>({ ...NOBODY, reviewerIds: before })
  const open = useAction(async (id, said: Asking, _sealed: boolean) => {
    await onDo(id, askingBody(said))
    showToast({ text: done })
    onOpened()
  })
  return (
    <Dialog title={title} onClose={onClose}>
      <Form
        onSubmit={() => {
          if (!open.busy) void open.run(asking, sealed)
        }}
        error={errorBeside(open, 'reviewerIds', 'quorum', 'dueAt')}
        fields={open.fields}
        footer={
          <SubmitActions busy={open.busy} unready={asking.reviewerIds.length === 0} onCancel={onClose}>
            {deed}
          </SubmitActions>
        }
      >
        {children}
        <AskingFields {...{ workspaceId, meId, asking, sealed }} errors={open.fields} onChange={setAsking} />
      </Form>
    </Dialog>
  )
}
