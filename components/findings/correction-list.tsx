'use client'

import { useRouter } from 'next/navigation'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import type { Correction } from '@/domain/findings/correction'
import { counted } from '@/components/claims/counted'
import { Button } from '@/components/ui/button'
import { CopyText } from './copy-text'
import { Notice } from '@/components/ui/small'
import { showToast } from '@/components/ui/toast'
import { CorrectionItem } from './correction-item'
import { correctionText } from './correction-text'

type Props = {
  document: { id: string; title: string }
  corrections: readonly Correction[]
  /** Whether the reader may propose and send. */
  writes: boolean
  /** Whether they may change what others propose. */
  edits: boolean
}

/** The corrections of one document: a list to send to its author. */
export function CorrectionList({ document, corrections, writes, edits }: Props) {
  const router = useRouter()
  const unsent = corrections.filter(({ sentAt }) => sentAt === null).length
  const send = useAction(async (idempotencyKey) => {
    const params = { documentId: document.id }
    await call('POST /documents/{documentId}/corrections-sent', { params }, { idempotencyKey })
    showToast({ text: 'Noted as sent.' })
    router.refresh()
  })
  return (
    <section aria-labelledby={`of-${document.id}`}>
      <div className="border-line flex flex-wrap items-center justify-between gap-2 border-b pb-2">
        <h2 id={`of-${document.id}`} className="font-serif text-lg font-semibold tracking-tight wrap-anywhere">
          {document.title}
          <span className="text-ink-soft ml-2 font-sans text-sm font-normal">
            {counted(corrections.length, 'correction')}
            {unsent > 0 ? `, ${unsent} not sent` : ''}
          </span>
        </h2>
        <div className="flex flex-wrap gap-2">
          <CopyText label="Copy as text" textOf={() => correctionText(document.title, corrections, location.origin)} />
          {writes && unsent > 0 ? (
            <Button size="small" busy={send.busy} onClick={() => void send.run()}>
              Mark as sent
            </Button>
          ) : null}
        </div>
      </div>
      {send.error ? <Notice tone="danger">{send.error}</Notice> : null}
      <ol className="divide-line divide-y">
        {corrections.map((correction) => (
          <CorrectionItem key={correction.id} correction={correction} writes={writes} edits={edits} />
        ))}
      </ol>
    </section>
  )
}
