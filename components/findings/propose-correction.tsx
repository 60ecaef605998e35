'use client'

import { call } from '@/client/call'
import { useDraft } from '@/client/drafts'
import { useAction } from '@/client/use-action'
import type { Passage } from '@/domain/claims/claim'
import { useDesk } from '@/components/threads/desk'
import { Dialog, SubmitActions } from '@/components/ui/dialog'
import { errorBeside, Form } from '@/components/ui/form'
import { showToast } from '@/components/ui/toast'
import { CorrectionFields } from './correction-fields'

type Props = {
  /** Of which claim's checking it comes; null for none. */
  claimId: string | null
  passage: Pick<Passage, 'annotationId' | 'exact'>
  onClose: () => void
}

/** Proposes to the author of a document what a passage should say; it joins the list of corrections to send. */
export function ProposeCorrection({ claimId, passage, onClose }: Props) {
  const { me, projectId } = useDesk()
  const { annotationId, exact } = passage
  const typed = useDraft(`${me.id}/correction/${annotationId}`, { problem: '', proposed: '' })
  const save = useAction(async (id, said: typeof typed.value) => {
    const body = { id, annotationId, claimId, ...said }
    await call('POST /projects/{projectId}/corrections', { params: { projectId }, body }, { idempotencyKey: id })
    typed.drop()
    showToast({ text: 'The correction is on the list to send.' })
    onClose()
  })
  if (!typed.ready) return null
  return (
    <Dialog title="A correction for the author" onClose={onClose}>
      <Form
        onSubmit={() => {
          if (!save.busy) void save.run(typed.value)
        }}
        error={errorBeside(save, 'problem', 'proposed')}
        fields={save.fields}
        footer={
          <SubmitActions busy={save.busy} unready={!typed.value.problem.trim()} onCancel={onClose}>
            Propose
          </SubmitActions>
        }
      >
        <blockquote className="text-ink-soft border-line-strong line-clamp-6 border-l-2 pl-3 font-serif wrap-anywhere">
          {exact}
        </blockquote>
        <CorrectionFields value={typed.value} errors={save.fields} onChange={typed.change} />
      </Form>
    </Dialog>
  )
}
