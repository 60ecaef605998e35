'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { call } from '@/client/call'
import { useDraft } from '@/client/drafts'
import { theirsOf } from '@/client/theirs'
import { useAction } from '@/client/use-action'
import type { Correction } from '@/domain/findings/correction'
import { useDesk } from '@/components/threads/desk'
import { Dialog, SubmitActions } from '@/components/ui/dialog'
import { errorBeside, Form } from '@/components/ui/form'
import { Stale } from '@/components/ui/stale'
import { CorrectionFields, type CorrectionTyped } from './correction-fields'

/** Changes a correction; what was sent before is then to be sent anew. */
export function CorrectionEdit({ correction, onClose }: { correction: Correction; onClose: () => void }) {
  const { me } = useDesk()
  const router = useRouter()
  const { id: correctionId, problem, proposed } = correction
  const [base] = useState(correction.version)
  const [theirs, setTheirs] = useState<Correction | null>(null)
  const typed = useDraft<CorrectionTyped>(`${me.id}/correction-edit/${correctionId}`, { problem, proposed })
  const done = () => {
    typed.drop()
    router.refresh()
    onClose()
  }
  const save = useAction(async (idempotencyKey, said: CorrectionTyped, version: number) => {
    const args = { params: { correctionId }, body: { version, ...said } }
    try {
      await call('PATCH /corrections/{correctionId}', args, { idempotencyKey })
    } catch (error) {
      setTheirs(theirsOf<Correction>(error) ?? theirs)
      throw error
    }
    done()
  })
  if (!typed.ready) return null
  return (
    <Dialog title="Edit the correction" onClose={onClose}>
      <Form
        onSubmit={() => {
          if (!save.busy) void save.run(typed.value, theirs?.version ?? base)
        }}
        error={theirs ? '' : errorBeside(save, 'problem', 'proposed')}
        fields={save.fields}
        footer={
          <SubmitActions busy={save.busy} onCancel={onClose}>
            Save
          </SubmitActions>
        }
      >
        {theirs ? (
          <Stale
            said={save.error}
            theirs={
              <>
                <p className="whitespace-pre-line">{theirs.problem}</p>
                <p className="font-serif whitespace-pre-line">{theirs.proposed}</p>
              </>
            }
            onTakeTheirs={done}
          />
        ) : null}
        <CorrectionFields value={typed.value} errors={save.fields} onChange={typed.change} />
      </Form>
    </Dialog>
  )
}
