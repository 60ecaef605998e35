'use client'

import { useState, type ReactNode } from 'react'
import { useAction } from '@/client/use-action'
import type { Claim } from '@/domain/claims/claim'
import { ChooseClaim } from '@/components/claims/choose-claim'
import type { FoundClaim } from '@/components/claims/use-found-claims'
import { Dialog, SubmitActions } from '@/components/ui/dialog'
import { Form } from '@/components/ui/form'

/** Asks for the other claim that says the same, for a deed that names it. */
export function RepeatsDialog(props: {
  title: string
  deed: string
  label: string
  claim: Claim
  children: ReactNode
  /** Does it; a refusal throws. */
  onDo: (otherId: string, key: string) => Promise<void>
  onClose: () => void
}) {
  const { title, deed, label, claim, children, onDo, onClose } = props
  const [other, setOther] = useState<FoundClaim | null>(null)
  const action = useAction(async (key, otherId: string) => {
    await onDo(otherId, key)
    onClose()
  })
  return (
    <Dialog title={title} onClose={onClose}>
      <Form
        onSubmit={() => {
          if (other && !action.busy) void action.run(other.id)
        }}
        error={action.error}
        footer={
          <SubmitActions busy={action.busy} unready={other === null} onCancel={onClose}>
            {deed}
          </SubmitActions>
        }
      >
        <p className="text-ink-soft">{children}</p>
        <ChooseClaim
          projectId={claim.projectId}
          like={claim.statement}
          except={claim.id}
          label={label}
          value={other}
          onChange={setOther}
        />
      </Form>
    </Dialog>
  )
}
