'use client'

import { Scale, X } from 'lucide-react'
import { ClaimDialog } from '@/components/claims/claim-dialog'
import { ConflictDialog } from '@/components/claims/conflict-dialog'
import { conflictSides } from '@/components/claims/conflict-side'
import { counted } from '@/components/claims/counted'
import { CiteDialog } from '@/components/evidence/cite-dialog'
import { Button, IconButton } from '@/components/ui/button'
import { Kbd } from '@/components/ui/small'
import { ClaimBar } from './claim-bar'
import type { Opened } from './model'
import type { Citing } from './use-citing'
import type { Claiming } from './use-claiming'

/** What is being made of passages: the dialogs, and at the foot what was chosen for one of them. */
export function ClaimingDialogs(props: { claiming: Claiming; citing: Citing; opened: Opened }) {
  const { claiming, citing } = props
  const { projectId, me } = props.opened
  const { form, conflict } = claiming
  return (
    <>
      {claiming.claiming && form ? (
        <ClaimDialog
          projectId={projectId}
          form={form}
          onChange={claiming.change}
          onSaved={(claimId, saved) => void claiming.saved(claimId, saved)}
          onDiscard={claiming.discard}
          onClose={claiming.leave}
        />
      ) : null}
      {conflict ? (
        <ConflictDialog
          projectId={projectId}
          sides={conflictSides(conflict)}
          onSaved={() => void claiming.opposed()}
          onClose={claiming.closeConflict}
        />
      ) : null}
      {citing.citing ? (
        <CiteDialog
          {...citing.citing}
          projectId={projectId}
          me={me.id}
          onSaved={(claimId) => void citing.cited(claimId)}
          onClose={citing.close}
        />
      ) : null}
    </>
  )
}

/** What waits for another step: passages that were collected, a claim that was left, the first side of a conflict. */
export function ClaimBars({ claiming, opened }: { claiming: Claiming; opened: Opened }) {
  const { tray, remembered, form } = claiming
  const left = form?.touched && !claiming.claiming
  if (tray.length === 0 && !remembered && !left) return null
  return (
    <div
      role="status"
      className="no-print pointer-events-none fixed inset-x-0 bottom-14 z-30 flex flex-col items-center gap-2 px-3 *:pointer-events-auto lg:bottom-16"
    >
      {left ? (
        <ClaimBar label="A claim that is not saved">
          <span className="min-w-0 flex-1 truncate">Not saved: {form.fields.statement || 'a claim'}</span>
          <Button size="small" onClick={claiming.continue}>
            Continue
          </Button>
          <Button size="small" variant="quiet" onClick={claiming.discard}>
            Discard
          </Button>
        </ClaimBar>
      ) : null}
      {tray.length > 0 ? (
        <ClaimBar label="Collected passages">
          <span>{counted(tray.length, 'passage')} collected</span>
          <Button size="small" onClick={claiming.claim}>
            <Scale size={15} aria-hidden /> Claim
          </Button>
          <Button size="small" variant="quiet" onClick={claiming.empty}>
            Clear
          </Button>
        </ClaimBar>
      ) : null}
      {remembered ? (
        <ClaimBar label="A conflict">
          <span className="min-w-0 flex-1">
            <span className="font-medium">Conflict:</span> now select the other passage
            <span className="pointer-coarse:hidden">
              {' '}
              and press <Kbd>X</Kbd>, or the same one where it conflicts in itself · <Kbd>Esc</Kbd> to cancel
            </span>
            <span className="text-ink-faint block max-w-96 truncate font-serif text-sm">
              “{remembered.passage.exact}”
              {remembered.passage.documentId === opened.documentId ? '' : ` in ${remembered.title}`}
            </span>
          </span>
          <IconButton label="Cancel the conflict" onClick={claiming.cancel}>
            <X size={16} aria-hidden />
          </IconButton>
        </ClaimBar>
      ) : null}
    </div>
  )
}
