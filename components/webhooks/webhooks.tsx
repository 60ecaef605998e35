'use client'

import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { day } from '@/components/ui/day'
import { Confirm } from '@/components/ui/dialog'
import { Badge, Notice } from '@/components/ui/small'
import { Time } from '@/components/ui/time'
import { showToast } from '@/components/ui/toast'
import type { Webhook } from '@/domain/webhooks/webhook'
import type { NounsOfHooks } from '@/domain/webhooks/words'
import { Deliveries } from './deliveries'
import { EditWebhook } from './edit-webhook'
import { SecretDialog } from './secret-dialog'

type Of = { workspaceId: string; webhook: Webhook; nouns: NounsOfHooks }

type Props = { workspaceId: string; webhooks: readonly Webhook[]; nouns: NounsOfHooks }

/** The webhooks of a workspace, each with what it has sent. */
export function Webhooks({ workspaceId, webhooks, nouns }: Props) {
  return (
    <ul aria-label="Webhooks" className="grid gap-4">
      {webhooks.map((webhook) => (
        <li key={webhook.id} className="border-line bg-surface grid gap-3 rounded-lg border p-4">
          <Head webhook={webhook} nouns={nouns} />
          <Deeds workspaceId={workspaceId} webhook={webhook} nouns={nouns} />
          <Log workspaceId={workspaceId} webhookId={webhook.id} />
        </li>
      ))}
    </ul>
  )
}

/** What it has sent, asked for once someone wants to see it. */
function Log({ workspaceId, webhookId }: { workspaceId: string; webhookId: string }) {
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <div className="grid gap-3">
      <div>
        <Button size="small" variant="quiet" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {open ? 'Hide what it has sent' : 'Show what it has sent'}
        </Button>
      </div>
      <div id={id} hidden={!open}>
        {open ? <Deliveries workspaceId={workspaceId} webhookId={webhookId} /> : null}
      </div>
    </div>
  )
}

function Head({ webhook, nouns }: Pick<Of, 'webhook' | 'nouns'>) {
  const { address, active, kinds, failingSince, disabledAt, createdBy, createdAt } = webhook
  return (
    <div className="min-w-0">
      <div className="flex flex-wrap items-center gap-2">
        <span className="font-medium wrap-anywhere">{address}</span>
        <Badge tone={active ? 'accent' : 'plain'}>{active ? 'on' : 'off'}</Badge>
        {failingSince && active ? <Badge tone="warning">failing</Badge> : null}
      </div>
      <p className="text-ink-faint text-[13px] wrap-anywhere">
        {told(kinds, nouns)} · added by {createdBy.name}, {day(createdAt)}
      </p>
      {disabledAt ? (
        <div className="mt-2">
          <Notice tone="warning">
            It was switched off on {day(disabledAt)}, since nothing had arrived for days. What was to be sent waits:
            mend the receiver, then switch it on.
          </Notice>
        </div>
      ) : failingSince && active ? (
        <p className="text-warning mt-1 text-[13px]">
          Nothing has arrived since <Time at={failingSince} />. It is tried again, later each time.
        </p>
      ) : null}
    </div>
  )
}

/** What it is told of, by the nouns that people choose. */
function told(kinds: readonly string[], nouns: NounsOfHooks): string {
  if (kinds.length === 0) return 'Told of everything'
  const chosen = [...new Set(kinds.map((kind) => kind.split('.')[0] ?? ''))]
  const isWhole = (noun: string) => nouns[noun]?.every((kind) => kinds.includes(kind))
  const words = chosen.map((noun) => (isWhole(noun) ? noun : `some of ${noun}`))
  return `Told of: ${words.join(', ')}`
}

function Deeds({ workspaceId, webhook, nouns }: Of) {
  const router = useRouter()
  const [removing, setRemoving] = useState(false)
  const [secret, setSecret] = useState('')
  const params = { workspaceId, webhookId: webhook.id }
  const done = (text: string) => {
    showToast({ text })
    router.refresh()
  }
  const turn = useAction(async (idempotencyKey) => {
    const { version, address, kinds, active } = webhook
    const body = { version, address, kinds: kinds as never[], active: !active }
    await call('PATCH /workspaces/{workspaceId}/webhooks/{webhookId}', { params, body }, { idempotencyKey })
    done(active ? 'The webhook is off. What happens from now on waits.' : 'The webhook is on.')
  })
  const renew = useAction(async (idempotencyKey) => {
    const path = 'POST /workspaces/{workspaceId}/webhooks/{webhookId}/secret'
    setSecret((await call(path, { params }, { idempotencyKey })).secret)
  })
  const remove = useAction(async (idempotencyKey) => {
    await call('DELETE /workspaces/{workspaceId}/webhooks/{webhookId}', { params }, { idempotencyKey })
    setRemoving(false)
    done('The webhook is removed.')
  })
  const error = turn.error || renew.error || remove.error
  return (
    <>
      {error ? <Notice tone="danger">{error}</Notice> : null}
      <div className="flex flex-wrap gap-2">
        <Button size="small" busy={turn.busy} onClick={() => void turn.run()}>
          {webhook.active ? 'Switch off' : 'Switch on'}
        </Button>
        <EditWebhook workspaceId={workspaceId} webhook={webhook} nouns={nouns} />
        <Button size="small" busy={renew.busy} onClick={() => void renew.run()}>
          New secret
        </Button>
        <Button size="small" onClick={() => setRemoving(true)}>
          Remove
        </Button>
      </div>
      {secret ? <SecretDialog secret={secret} renewed onClose={() => setSecret('')} /> : null}
      {removing ? (
        <Confirm
          title="Remove this webhook?"
          deed="Remove"
          danger
          busy={remove.busy}
          onConfirm={() => void remove.run()}
          onClose={() => setRemoving(false)}
        >
          Nothing more is sent to {webhook.address}, and what it has sent is forgotten.
        </Confirm>
      ) : null}
    </>
  )
}
