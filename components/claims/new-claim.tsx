'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useDraft } from '@/client/drafts'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/toast'
import { ClaimDialog } from './claim-dialog'
import { beginClaim, type ClaimForm } from './claim-form'

/** Proposes a claim that no passage has yet; what was begun is there again. */
export function NewClaim({ projectId, personId }: { projectId: string; personId: string }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const draft = useDraft<ClaimForm | null>(`${personId}/claim/${projectId}`, null)
  const done = () => {
    draft.drop()
    setOpen(false)
  }
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        New claim
      </Button>
      {open && draft.ready ? (
        <ClaimDialog
          projectId={projectId}
          form={draft.value ?? beginClaim([])}
          onChange={draft.change}
          onSaved={(claimId) => {
            done()
            showToast({
              text: 'The claim is saved.',
              action: { name: 'Open', run: () => router.push(`/c/${claimId}`) },
            })
            router.refresh()
          }}
          onDiscard={done}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}
