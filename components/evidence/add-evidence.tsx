'use client'

import { Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useDraft } from '@/client/drafts'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/toast'
import { EvidenceDialog } from './evidence-dialog'
import type { EvidencePlace } from './evidence-fields'
import { beginEvidence, type EvidenceForm } from './evidence-form'

/** Opens the form for new evidence; what was begun is there again, apart from a file. */
export function AddEvidence({ place }: { place: EvidencePlace }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const draft = useDraft<EvidenceForm | null>(`${place.me}/evidence/${place.claimId}`, null)
  const done = () => {
    draft.drop()
    setOpen(false)
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Plus size={16} aria-hidden /> Add evidence
      </Button>
      {open && draft.ready ? (
        <EvidenceDialog
          place={place}
          form={draft.value ?? beginEvidence()}
          onChange={draft.change}
          onSaved={() => {
            done()
            showToast({ text: 'The evidence is added.' })
            router.refresh()
          }}
          onDiscard={done}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}
