'use client'

import { useCommandState } from 'cmdk'
import { counted } from '@/components/claims/counted'

type Props = { typed: string; busy: boolean; failed: boolean }

/** What has become of what was typed: how long the list is now is seen, and has to be heard too. */
export function PaletteStatus({ typed, busy, failed }: Props) {
  // The last item is to search everywhere, and is no result.
  const count = useCommandState((state) => state.filtered.count - 1)
  const found = busy ? 'Looking…' : typed === '' ? '' : counted(count, 'result')
  return (
    <p role="status" className="text-ink-faint min-h-5 text-xs">
      {failed ? 'The documents could not be searched just now. Pages and actions are here.' : found}
    </p>
  )
}
