'use client'

import { useMemo, useState } from 'react'
import { useDraft } from '@/client/drafts'
import { beginClaim, type ClaimForm } from '@/components/claims/claim-form'
import type { StandingClaim } from '@/components/claims/conflict-side'
import type { PassageDraft } from '@/components/claims/passage-draft'
import { useRememberedPassage } from '@/components/claims/remembered-passage'
import { useMarks } from '@/components/claims/use-marks'
import { useClaimsChanged } from '@/components/threads/desk'
import { showToast } from '@/components/ui/toast'
import { byLook } from './claim-looks'
import type { Opened } from './model'
import { placesOf, type Place } from './places'
import { useLayer } from './use-painting'
import type { Reading } from './use-reading'

/** Two passages that conflict, each with the claims that stand there. */
export type Conflicting = { passage: PassageDraft; claims: readonly StandingClaim[] }

/**
 * What is made of passages besides annotations: claims, from one passage or from several that were collected, and
 * conflicts, between one that was remembered and another.
 */
export function useClaiming(reading: Reading, opened: Opened) {
  const { text, found, selection } = reading
  const { documentId, projectId, me, title } = opened
  const marks = useMarks(documentId, found.spans !== null)
  const changed = useClaimsChanged()
  const draft = useDraft<ClaimForm | null>(`${me.id}/claim/${documentId}`, null)
  const [claiming, setClaiming] = useState(false)
  const [tray, setTray] = useState<readonly Place[]>([])
  const { remembered, remember } = useRememberedPassage(me.id, projectId)
  const [conflict, setConflict] = useState<readonly [Conflicting, Conflicting] | null>(null)

  const carrying = useMemo(() => byLook(found.all, marks), [found.all, marks])
  useLayer(text, 'claim-judged', reading.covering ? null : carrying['claim-judged'])
  useLayer(text, 'claim-open', reading.covering ? null : carrying['claim-open'])
  useLayer(text, 'claim-settled', reading.covering ? null : carrying['claim-settled'])
  useLayer(text, 'claim-aside', reading.covering ? null : carrying['claim-aside'])
  const picked = useMemo(
    () => [...tray, ...(remembered?.passage.documentId === documentId ? [remembered.passage] : [])],
    [tray, remembered, documentId],
  )
  useLayer(text, 'picked', picked)

  const { meant, draftOf, standingOn } = placesOf(reading, opened, marks)
  const open = (passages: readonly PassageDraft[]) => {
    if (draft.value?.touched) return sayUnsaved(() => setClaiming(true))
    draft.change(beginClaim(passages, opened.origin))
    setClaiming(true)
  }
  const done = () => {
    draft.drop()
    setClaiming(false)
    setTray([])
  }

  return {
    tray,
    remembered,
    conflict,
    marks,
    changed,
    form: draft.value,
    /** Whether the form is open; one with words in it that is not is offered again. */
    claiming: claiming && draft.value !== null,
    change: draft.change,
    continue: () => setClaiming(true),
    /** Opens the form on what was collected and what is meant now; false where there is neither. */
    claim: () => {
      const last = meant()
      const places = [...tray.filter((place) => !last || !same(place, last)), ...(last ? [last] : [])]
      if (places.length === 0) return false
      open(places.map(draftOf))
      selection.clear()
    },
    claimOn: (place: Place) => open([draftOf(place)]),
    /** Adds the selected passage to those that become one claim. */
    collect: () => {
      const one = meant()
      if (!one) return false
      if (!tray.some((place) => same(place, one))) setTray([...tray, one])
      selection.clear()
    },
    empty: () => setTray([]),
    saved: async (claimId: string, { into }: ClaimForm) => {
      done()
      showToast({
        text: into ? 'Another occurrence is saved.' : 'The claim is saved.',
        action: { name: 'Open', run: () => location.assign(`/c/${claimId}`) },
      })
      await changed()
    },
    discard: done,
    /** Leaves the form; what someone has written stays for later. */
    leave: () => {
      setClaiming(false)
      if (!draft.value?.touched) draft.drop()
    },
    /** Remembers the first passage of a conflict, or opens the dialog with the second. */
    oppose: () => {
      const one = meant()
      if (!one) return false
      const side = { passage: draftOf(one), claims: standingOn(one) }
      if (remembered) setConflict([remembered, side])
      else remember({ ...side, title })
      selection.clear()
    },
    /** Forgets the first passage; false where there is none. */
    cancel: () => {
      if (!remembered) return false
      remember(null)
    },
    opposed: async () => {
      remember(null)
      setConflict(null)
      showToast({
        text: 'The conflict is in the ledger.',
        action: { name: 'Open', run: () => location.assign(`/p/${projectId}/ledger`) },
      })
      await changed()
    },
    closeConflict: () => setConflict(null),
  }
}

export type Claiming = ReturnType<typeof useClaiming>

const same = (a: Place, b: Place): boolean => a.start === b.start && a.end === b.end

function sayUnsaved(run: () => void): void {
  showToast({
    text: 'A claim that you began is not saved yet. Save or discard it first.',
    action: { name: 'Continue', run },
  })
}
