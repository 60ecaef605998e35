'use client'

import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { call } from '@/client/call'
import type { Claim } from '@/domain/claims/claim'
import { AgainDialog } from '@/components/reviews/again-dialog'
import { ReviewDialog } from '@/components/reviews/review-dialog'
import { useDesk } from '@/components/threads/desk'
import type { DeedKey } from './deeds'
import { EditDialog } from './edit-dialog'
import { ObjectDialog } from './object-dialog'
import { PriorityDialog } from './priority-dialog'
import { ReasonDialog } from '@/components/ui/reason-dialog'
import { RepeatsDialog } from './repeats-dialog'
import { SplitDialog } from './split-dialog'

type Props = { claim: Claim; reviewedBy: readonly string[]; deed: DeedKey; onClose: () => void }
type Asking = Omit<Props, 'deed'> & { meId: string; onDone: () => void }

/** The dialogs of the deeds that ask something. */
const DIALOGS: Readonly<Partial<Record<DeedKey, (asking: Asking) => ReactNode>>> = {
  object: (asking) => <ObjectDialog {...asking} />,
  review: ({ claim, meId, onDone, onClose }) => (
    <ReviewDialog
      {...{ meId, onClose, projectId: claim.projectId, workspaceId: claim.workspaceId, claims: [claim] }}
      onOpened={onDone}
    />
  ),
  again: ({ claim, reviewedBy, meId, onDone, onClose }) => (
    <AgainDialog
      {...{ meId, onClose, claimId: claim.id, workspaceId: claim.workspaceId, before: reviewedBy }}
      onOpened={onDone}
    />
  ),
  uncheckable: ({ claim, meId, onDone, onClose }) => (
    <ReasonDialog
      title="It can’t be checked"
      deed="Call it not checkable"
      draftKey={`${meId}/uncheckable/${claim.id}`}
      hint="Too vague, an opinion, or nobody could know."
      onDo={async (reason, idempotencyKey) => {
        const body = { as: 'uncheckable' as const, reason }
        await call('POST /claims/{claimId}/triage', { params: { claimId: claim.id }, body }, { idempotencyKey })
        onDone()
      }}
      onClose={onClose}
    />
  ),
  duplicate: ({ claim, onDone, onClose }) => (
    <RepeatsDialog
      title="It repeats another claim"
      deed="Call it a duplicate"
      label="It repeats"
      claim={claim}
      onDo={async (of, idempotencyKey) => {
        const body = { as: 'duplicate' as const, of }
        await call('POST /claims/{claimId}/triage', { params: { claimId: claim.id }, body }, { idempotencyKey })
        onDone()
      }}
      onClose={onClose}
    >
      Its passages stay with it. To move them over to the other claim too, an editor merges the two.
    </RepeatsDialog>
  ),
  edit: (asking) => <EditDialog {...asking} />,
  priority: (asking) => <PriorityDialog {...asking} />,
  split: (asking) => <SplitDialog {...asking} />,
  merge: ({ claim, onDone, onClose }) => (
    <RepeatsDialog
      title="Merge into another claim"
      deed="Merge"
      label="Merge into"
      claim={claim}
      onDo={async (into, idempotencyKey) => {
        await call(
          'POST /claims/{claimId}/merge',
          { params: { claimId: claim.id }, body: { into } },
          { idempotencyKey },
        )
        onDone()
      }}
      onClose={onClose}
    >
      The other claim gets its passages, relations and evidence. This one stays, with its history, as a duplicate of it.
    </RepeatsDialog>
  ),
  reopen: ({ claim, meId, onDone, onClose }) => (
    <ReasonDialog
      title="Look at it again"
      deed="Reopen"
      draftKey={`${meId}/reopen/${claim.id}`}
      onDo={async (reason, idempotencyKey) => {
        await call(
          'POST /claims/{claimId}/reopen',
          { params: { claimId: claim.id }, body: { reason } },
          { idempotencyKey },
        )
        onDone()
      }}
      onClose={onClose}
    />
  ),
}

/** Asks what a deed has to know, does it, and lets the page show what came of it. */
export function AskedDeed({ deed, onClose, ...props }: Props) {
  const router = useRouter()
  const { me } = useDesk()
  const onDone = () => {
    onClose()
    router.refresh()
  }
  return DIALOGS[deed]?.({ ...props, onClose, onDone, meId: me.id })
}
