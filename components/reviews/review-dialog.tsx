'use client'

import { call } from '@/client/call'
import { counted } from '@/components/claims/counted'
import { AskingDialog } from './asking-dialog'

type Props = {
  workspaceId: string
  projectId: string
  meId: string
  claims: readonly { id: string; statement: string }[]
  onOpened: () => void
  onClose: () => void
}

/** Opens a review of one or several claims: a sealed round for each, with the same reviewers. */
export function ReviewDialog({ projectId, claims, ...rest }: Props) {
  const one = claims.length === 1
  const claimIds = claims.map(({ id }) => id)
  return (
    <AskingDialog
      {...rest}
      title={one ? 'Open a review' : `Open a review of ${counted(claims.length, 'claim')}`}
      deed="Open the review"
      done={one ? 'The review is open.' : `${claims.length} reviews are open.`}
      sealed
      onDo={(id, asked) => {
        const body = { id, claimIds, ...asked }
        return call('POST /projects/{projectId}/reviews', { params: { projectId }, body }, { idempotencyKey: id })
      }}
    >
      <p className="text-ink-soft">
        Each reviewer judges alone. Verdicts are held until the reveal, and meanwhile nothing about{' '}
        {one ? 'the claim' : 'these claims'} changes.
      </p>
    </AskingDialog>
  )
}
