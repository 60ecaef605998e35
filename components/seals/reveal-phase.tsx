'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import type { Phase } from '@/domain/seals/phase'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/small'
import { showToast } from '@/components/ui/toast'
import { phaseName } from './phase-name'

/** Ends a phase: after asking, everything that was made in it is shown to all at once. */
export function RevealPhase({ phase }: { phase: Phase }) {
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  const reveal = useAction(async (idempotencyKey) => {
    await call('POST /phases/{phaseId}/reveal', { params: { phaseId: phase.id } }, { idempotencyKey })
    setAsking(false)
    showToast({ text: 'Revealed. Everyone sees what all have written.' })
    router.refresh()
  })
  return (
    <>
      <Button onClick={() => setAsking(true)}>Reveal…</Button>
      {asking ? (
        <Confirm
          title={`Reveal “${phaseName(phase)}”?`}
          deed="Reveal to everyone"
          busy={reveal.busy}
          onConfirm={() => void reveal.run()}
          onClose={() => setAsking(false)}
        >
          <p>
            Everyone will see at once what each person has marked, noted and claimed in the documents of this phase. It
            can’t be sealed again. Those who are not done yet will write in the open from then on.
          </p>
          {reveal.error ? <Notice tone="danger">{reveal.error}</Notice> : null}
        </Confirm>
      ) : null}
    </>
  )
}
