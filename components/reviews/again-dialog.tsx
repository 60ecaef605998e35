'use client'

import { useState } from 'react'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import { Choices } from '@/components/ui/choices'
import { Dialog, SubmitActions } from '@/components/ui/dialog'
import { errorBeside, Form } from '@/components/ui/form'
import { showToast } from '@/components/ui/toast'
import { askingBody, NOBODY, type Asking } from './asking'
import { AskingFields } from './asking-fields'

const WAYS = [
  {
    key: 'open',
    name: 'In the open',
    hint: 'Verdicts show as they come. Takes that these words were judged alone before.',
  },
  { key: 'sealed', name: 'Sealed again', hint: 'Each judges alone, and all is revealed at once.' },
] as const
type Way = (typeof WAYS)[number]['key']

type Props = {
  workspaceId: string
  claimId: string
  meId: string
  /** Who judged in the round before: they are asked again, unless others are chosen. */
  before: readonly string[]
  onOpened: () => void
  onClose: () => void
}

/** Opens a further round, which adds verdicts and changes none. */
export function AgainDialog({ workspaceId, claimId, meId, before, onOpened, onClose }: Props) {
  const [way, setWay] = useState<Way>('open')
  const [asking, setAsking] = useState<Asking>({ ...NOBODY, reviewerIds: before })
  const open = useAction(async (id, said: Asking, sealed: boolean) => {
    const body = { id, sealed, ...askingBody(said) }
    await call('POST /claims/{claimId}/rounds', { params: { claimId }, body }, { idempotencyKey: id })
    showToast({ text: 'The round is open.' })
    onOpened()
  })
  return (
    <Dialog title="Review again" onClose={onClose}>
      <Form
        onSubmit={() => {
          if (!open.busy) void open.run(asking, way === 'sealed')
        }}
        error={errorBeside(open, 'reviewerIds', 'quorum', 'dueAt')}
        fields={open.fields}
        footer={
          <SubmitActions busy={open.busy} unready={asking.reviewerIds.length === 0} onCancel={onClose}>
            Open the round
          </SubmitActions>
        }
      >
        <p className="text-ink-soft">Who judged before can revise. What was submitted stays as it is.</p>
        <Choices legend="How" name="way" options={WAYS} value={way} onChange={setWay} columns={2} focusFirst />
        <AskingFields
          {...{ workspaceId, meId, asking }}
          sealed={way === 'sealed'}
          errors={open.fields}
          onChange={setAsking}
        />
      </Form>
    </Dialog>
  )
}
