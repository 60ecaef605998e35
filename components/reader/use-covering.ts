'use client'

import { useEffect, useEffectEvent, useMemo, useRef } from 'react'
import { v7 } from 'uuid'
import { call } from '@/client/call'
import type { Span } from '@/domain/annotations/selector'
import type { Sentence } from '@/domain/claims/coverage'
import { counted } from '@/components/claims/counted'
import { useClaimsChanged } from '@/components/threads/desk'
import { showError, showToast } from '@/components/ui/toast'
import { choose, topOffset } from './choose'
import type { Opened } from './model'
import { sentencesMeant } from './sentences'
import { useCoverage } from './use-coverage'
import { useLayer } from './use-painting'
import type { Reading } from './use-reading'

/** The sentences of each status. */
function byStatus(sentences: readonly Sentence[] | null): Readonly<Record<Sentence['status'], readonly Span[]>> {
  const of = (status: Sentence['status']) => sentences?.filter((sentence) => sentence.status === status) ?? []
  return { claimed: of('claimed'), cleared: of('cleared'), unseen: of('unseen') }
}

/** Which sentences were looked at: painted while that is wanted, with a way from one that nobody looked at to the next. */
export function useCovering(reading: Reading, opened: Opened) {
  const { text, covering, setCovering } = reading
  const { documentId, versionId } = opened
  const covered = useCoverage(documentId, covering)
  const changed = useClaimsChanged()
  const spans = useMemo(() => byStatus(covered.sentences), [covered.sentences])
  useLayer(text, 'covered-claimed', covering ? spans.claimed : null)
  useLayer(text, 'covered-cleared', covering ? spans.cleared : null)
  useLayer(text, 'covered-unseen', covering ? spans.unseen : null)

  const goOn = async (from: number) => {
    const next = spans.unseen.find(({ start }) => start >= from) ?? spans.unseen[0]
    if (!next) return showToast({ text: 'Somebody has looked at every sentence.' })
    await text.whenReached(next.start)
    choose(reading, next)
  }
  const waiting = useRef(false)
  const arrived = useEffectEvent(() => {
    if (!waiting.current) return
    waiting.current = false
    void goOn(topOffset(reading))
  })
  useEffect(() => {
    if (covered.complete) arrived()
  }, [covered.complete])

  const unclear = (clearedId: string) =>
    call('DELETE /cleared/{clearedId}', { params: { clearedId } }).then(changed, showError)
  return {
    ...covered,
    on: covering,
    toggle: () => setCovering(!covering),
    /** Goes to the next sentence that nobody has looked at, as soon as that is known. */
    next: () => {
      const from = reading.selection.passage?.end ?? topOffset(reading)
      if (covered.complete && covering) return void goOn(from)
      waiting.current = true
      setCovering(true)
    },
    /** Says that there is nothing to check in the sentences that are selected; false where none are. */
    clear: () => {
      const chosen = reading.chosen()
      const meant = chosen ? sentencesMeant(text.map, chosen) : []
      const [first, last] = [meant[0], meant.at(-1)]
      if (!first || !last) return false
      const span = { start: first.start, end: last.end }
      const body = { id: v7(), versionId, ...span, exact: text.map.textOf(span) }
      const params = { documentId }
      void call('POST /documents/{documentId}/cleared', { params, body }, { idempotencyKey: body.id })
        .then(() => {
          const undo = { name: 'Undo', run: () => void unclear(body.id) }
          showToast({ text: `Nothing to check in ${counted(meant.length, 'sentence')}.`, action: undo })
          return changed()
        })
        .catch(showError)
      reading.selection.clear()
      if (covering && covered.complete) void goOn(span.end)
    },
  }
}

export type Covering = ReturnType<typeof useCovering>
