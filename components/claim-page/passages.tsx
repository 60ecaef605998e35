'use client'

import { FilePenLine, Pencil, Trash2, TriangleAlert } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { v7 } from 'uuid'
import { call } from '@/client/call'
import type { Occurrence } from '@/domain/claims/claim'
import { STANCES } from '@/domain/claims/words'
import { PassageQuote } from '@/components/claims/passage-quote'
import { ProposeCorrection } from '@/components/findings/propose-correction'
import { HeldBadge } from '@/components/seals/held-badge'
import { useDesk } from '@/components/threads/desk'
import { IconButton } from '@/components/ui/button'
import { showError, showToast } from '@/components/ui/toast'
import { ReadingDialog } from './reading-dialog'

/** A passage of a claim, and whether its reader may change how it is read. */
export type ShownPassage = { occurrence: Occurrence; changeable: boolean }

/** Where a claim occurs: the words in their surroundings, and how they stand to it. */
export function Passages({ passages }: { passages: readonly ShownPassage[] }) {
  if (passages.length === 0) {
    return (
      <p className="text-ink-soft">
        It stands in no passage yet. Select its words in a document and press A, and choose this claim there.
      </p>
    )
  }
  return (
    <ul className="grid gap-5">
      {passages.map((shown) => (
        <Shown key={shown.occurrence.id} {...shown} />
      ))}
    </ul>
  )
}

function Shown({ occurrence, changeable }: ShownPassage) {
  const { annotates } = useDesk()
  const [changing, setChanging] = useState(false)
  const [correcting, setCorrecting] = useState(false)
  const router = useRouter()
  const remove = useRemoval(occurrence)
  const { claimId, passage, held, circular } = occurrence
  return (
    <li>
      <PassageQuote passage={passage} />
      <div className="text-ink-soft mt-1 flex min-h-8 flex-wrap items-center gap-x-2 pl-3.5 text-sm">
        <span>{readingOf(occurrence)}</span>
        {held ? <HeldBadge /> : null}
        {annotates && !held ? (
          <IconButton
            className="no-print"
            label="Propose a correction to its author"
            onClick={() => setCorrecting(true)}
          >
            <FilePenLine size={14} aria-hidden />
          </IconButton>
        ) : null}
        {changeable ? (
          <span className="no-print inline-flex">
            <IconButton label="Change how this passage is read" onClick={() => setChanging(true)}>
              <Pencil size={14} aria-hidden />
            </IconButton>
            <IconButton label="It does not say this: remove the passage" onClick={remove}>
              <Trash2 size={14} aria-hidden />
            </IconButton>
          </span>
        ) : null}
      </div>
      {circular ? (
        <p className="text-warning mt-1 flex items-start gap-1.5 pl-3.5 text-sm">
          <TriangleAlert size={15} aria-hidden className="mt-0.5 shrink-0" />
          This very passage is cited as evidence for the claim that it makes: that proves nothing.
        </p>
      ) : null}
      {correcting ? <ProposeCorrection {...{ claimId, passage }} onClose={() => setCorrecting(false)} /> : null}
      {changing ? (
        <ReadingDialog
          occurrence={occurrence}
          onDone={() => {
            setChanging(false)
            router.refresh()
          }}
          onClose={() => setChanging(false)}
        />
      ) : null}
    </li>
  )
}

const IN_VOICE = {
  author: () => 'in the author’s voice',
  unclear: () => 'in whose voice is unclear',
  attributed: (to: string) => (to ? `attributed to ${to}` : 'attributed to someone'),
} as const

const readingOf = ({ stance, voice, attributedTo }: Occurrence): string =>
  `${STANCES[stance]} it, ${IN_VOICE[voice](attributedTo)}`

/** Takes a passage out, and offers to put it back. */
function useRemoval({ id, claimId, passage, stance, voice, attributedTo }: Occurrence): () => void {
  const router = useRouter()
  const shown = () => router.refresh()
  const putBack = () => {
    const body = { id: v7(), annotationId: passage.annotationId, stance, voice, attributedTo }
    return call('POST /claims/{claimId}/occurrences', { params: { claimId }, body }).then(shown, showError)
  }
  return () => {
    call('DELETE /occurrences/{occurrenceId}', { params: { occurrenceId: id } }).then(() => {
      showToast({ text: 'Passage removed.', action: { name: 'Undo', run: () => void putBack() } })
      shown()
    }, showError)
  }
}
