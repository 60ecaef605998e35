'use client'

import { Dialog } from '@/components/ui/dialog'
import { ShownOnce } from '@/components/ui/shown-once'

/** Shows the secret of a webhook, once. */
export function SecretDialog(props: { secret: string; renewed?: boolean; onClose: () => void }) {
  return (
    <Dialog title="Copy the secret" onClose={props.onClose}>
      <ShownOnce label="Secret" copy="Copy secret" text={props.secret} onClose={props.onClose}>
        The receiver needs it to see that a message came from here. It is not shown again.
        {props.renewed ? ' The old one is good for nothing any more.' : ''}
      </ShownOnce>
    </Dialog>
  )
}
