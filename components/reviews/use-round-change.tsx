'use client'

import { useRouter } from 'next/navigation'
import { useState, type ReactNode } from 'react'
import { theirsOf } from '@/client/theirs'
import type { Round } from '@/domain/reviews/round'
import { Stale } from '@/components/ui/stale'
import { dueWords } from './due-words'

type RoundChange = {
  /** The round as far as it is known: as it stands now, once a change was refused as stale. */
  known: Round
  /** Changes it; a refusal is thrown on. What it resolves to does not matter. */
  attempt: (change: (version: number) => Promise<unknown>) => Promise<void>
  /** What stands now, in place of the error of a stale change; null for any other error. */
  stale: (error: string) => ReactNode
}

/**
 * A change of a round that others may change too. One that is refused as stale shows how the round stands now, beside what
 * is asked of it; a second attempt is made on that.
 */
export function useRoundChange(round: Round, onClose: () => void): RoundChange {
  const router = useRouter()
  const [theirs, setTheirs] = useState<Round | null>(null)
  const [behind, setBehind] = useState(false)
  const known = theirs && theirs.version > round.version ? theirs : round
  const attempt = async (change: (version: number) => Promise<unknown>) => {
    try {
      await change(known.version)
    } catch (error) {
      const now = theirsOf<Round>(error)
      setBehind(now !== null)
      if (now) setTheirs(now)
      throw error
    }
    router.refresh()
  }
  const take = () => {
    onClose()
    router.refresh()
  }
  return {
    known,
    attempt,
    stale: (error) =>
      behind && error ? (
        <Stale
          said={error}
          theirs={<RoundNow round={known} />}
          choice="Nothing of yours is done yet. Leave it as it stands, or go on: then it is done to the round as it is now."
          keep="Leave it"
          onTakeTheirs={take}
        />
      ) : null,
  }
}

/** Until when a round is open, and who is asked in it. */
function RoundNow({ round }: { round: Round }) {
  const names = (dropped: boolean) =>
    round.reviewers.filter((each) => each.dropped === dropped).map(({ person }) => person.name)
  const out = names(true)
  return (
    <p>
      Now: {dueWords(round)}. Asked: {names(false).join(', ') || 'nobody'}
      {out.length > 0 ? `; no longer ${out.join(', ')}` : ''}.
    </p>
  )
}
