'use client'

import { PenLine } from 'lucide-react'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import type { Finding } from '@/domain/findings/finding'
import { useDesk } from '@/components/threads/desk'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/small'
import { listed } from './listed'
import { useFindingChanged, useWritten } from './use-finding'

/** Who has signed the draft as it stands, how many the project asks for, and the way to sign it or to take that back. */
export function Signing({ finding, open }: { finding: Finding; open: boolean }) {
  const { me } = useDesk()
  const written = useWritten()
  const changed = useFindingChanged()
  const { id: findingId, version, signed, reviewers } = finding
  const mine = signed.some(({ id }) => id === me.id)
  const signs = open && reviewers.some(({ id }) => id === me.id)
  const action = useAction(async (idempotencyKey, sign: boolean) => {
    const params = { findingId }
    try {
      written(
        sign
          ? await call('POST /findings/{findingId}/sign', { params, body: { version } }, { idempotencyKey })
          : await call('POST /findings/{findingId}/unsign', { params }, { idempotencyKey }),
      )
    } catch (error) {
      await changed(findingId)
      throw error
    }
  })
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p>{saySigned(finding)}</p>
        {signs ? (
          <Button size="small" busy={action.busy} onClick={() => void action.run(!mine)}>
            {mine ? (
              'Take my signature back'
            ) : (
              <>
                <PenLine size={14} aria-hidden /> Sign
              </>
            )}
          </Button>
        ) : null}
      </div>
      {action.error ? <Notice tone="danger">{action.error}</Notice> : null}
    </div>
  )
}

function saySigned({ signed, signOffs }: Finding): string {
  const asked = signOffs === 1 ? 'One is asked for.' : `${signOffs} are asked for.`
  return signed.length === 0 ? `No signatures yet. ${asked}` : `Signed by ${listed(signed)}. ${asked}`
}
