'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { Dialog, SubmitActions } from '@/components/ui/dialog'
import { showToast } from '@/components/ui/toast'
import type { EventKind } from '@/domain/event'
import type { Webhook } from '@/domain/webhooks/webhook'
import type { NounsOfHooks } from '@/domain/webhooks/words'
import { SecretDialog } from './secret-dialog'
import { WebhookForm } from './webhook-form'

/** Adds a webhook, and shows its secret once. */
export function NewWebhook({ workspaceId, nouns }: { workspaceId: string; nouns: NounsOfHooks }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [secret, setSecret] = useState('')
  const add = useAction(async (id, address: string, kinds: EventKind[]) => {
    const webhook = { params: { workspaceId }, body: { id, address, kinds } }
    const made = await call('POST /workspaces/{workspaceId}/webhooks', webhook, { idempotencyKey: id })
    setOpen(false)
    setSecret(made.secret)
  })
  // The list comes with the first webhook, and this is elsewhere then: not before the secret was seen.
  const close = () => {
    setSecret('')
    router.refresh()
  }
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        New webhook
      </Button>
      {open ? (
        <Dialog title="New webhook" onClose={() => setOpen(false)}>
          <WebhookForm
            nouns={nouns}
            action={add}
            footer={
              <SubmitActions busy={add.busy} onCancel={() => setOpen(false)}>
                Add
              </SubmitActions>
            }
          />
        </Dialog>
      ) : null}
      {secret ? <SecretDialog secret={secret} onClose={close} /> : null}
    </>
  )
}

/** Changes where a webhook sends to, and what. */
export function EditWebhook(props: { workspaceId: string; webhook: Webhook; nouns: NounsOfHooks }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const { workspaceId, webhook, nouns } = props
  const { id: webhookId, version, active } = webhook
  const save = useAction(async (idempotencyKey, address: string, kinds: EventKind[]) => {
    const change = { params: { workspaceId, webhookId }, body: { version, address, kinds, active } }
    await call('PATCH /workspaces/{workspaceId}/webhooks/{webhookId}', change, { idempotencyKey })
    setOpen(false)
    showToast({ text: 'The webhook is saved.' })
    router.refresh()
  })
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        Edit
      </Button>
      {open ? (
        <Dialog title="Edit the webhook" onClose={() => setOpen(false)}>
          <WebhookForm
            nouns={nouns}
            action={save}
            webhook={webhook}
            footer={
              <SubmitActions busy={save.busy} onCancel={() => setOpen(false)}>
                Save
              </SubmitActions>
            }
          />
        </Dialog>
      ) : null}
    </>
  )
}
