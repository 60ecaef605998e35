'use client'

import { useState } from 'react'
import type { CitedPlace } from '@/components/evidence/cite-dialog'
import { useClaimsChanged } from '@/components/threads/desk'
import { showToast } from '@/components/ui/toast'
import type { Opened } from './model'
import { placesOf, type Place } from './places'
import type { Claiming } from './use-claiming'
import type { Reading } from './use-reading'

/** Cites passages as evidence for claims of the project, or against them. */
export function useCiting(reading: Reading, opened: Opened, { marks }: Claiming) {
  const changed = useClaimsChanged()
  const [citing, setCiting] = useState<CitedPlace | null>(null)
  const { meant, draftOf, standingOn } = placesOf(reading, opened, marks)
  const open = (place: Place) => setCiting({ passage: draftOf(place), standing: standingOn(place) })
  return {
    /** The passage of which it is asked now for which claim it speaks. */
    citing,
    /** Asks it of what is selected or open; false where nothing is. */
    cite: () => {
      const one = meant()
      if (!one) return false
      open(one)
      reading.selection.clear()
    },
    citeFrom: open,
    cited: async (claimId: string) => {
      setCiting(null)
      showToast({
        text: 'The passage is evidence now.',
        action: { name: 'Open', run: () => location.assign(`/c/${claimId}#evidence`) },
      })
      await changed()
    },
    close: () => setCiting(null),
  }
}

export type Citing = ReturnType<typeof useCiting>
