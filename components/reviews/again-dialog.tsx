'use client'

import { useState } from 'react'
import { call } from '@/client/call'
import { Choices } from '@/components/ui/choices'
import { AskingDialog } from './asking-dialog'

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
export function AgainDialog({ claimId, ...rest }: Props) {
  const [way, setWay] = useState<Way>('open')
  const sealed = way === 'sealed'
  return (
    <AskingDialog
      {...rest}
      title="Review again"
      deed="Open the round"
      done="The round is open."
      sealed={sealed}
      onDo={(id, asked) => {
        const body = { id, sealed, ...asked }
        return call('POST /claims/{claimId}/rounds', { params: { claimId }, body }, { idempotencyKey: id })
      }}
    >
      <p className="text-ink-soft">Who judged before can revise. What was submitted stays as it is.</p>
      <Choices legend="How" name="way" options={WAYS} value={way} onChange={setWay} columns={2} focusFirst />
    </AskingDialog>
  )
}
