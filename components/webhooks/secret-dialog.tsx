'use client'

import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/field'

/** Shows the secret of a webhook, once. */
export function SecretDialog(props: { secret: string; renewed?: boolean; onClose: () => void }) {
  return (
    <Dialog title="Copy the secret" onClose={props.onClose}>
      <p className="text-ink-soft mb-3">
        The receiver needs it to see that a message came from here. It is not shown again.
        {props.renewed ? ' The old one is good for nothing any more.' : ''}
      </p>
      <TextField
        label="Secret"
        hideLabel
        readOnly
        autoFocus
        value={props.secret}
        className="font-mono text-[13px]"
        onFocus={(event) => event.target.select()}
      />
      <DialogActions>
        <CopyButton text={props.secret} label="Copy secret" />
        <Button variant="primary" onClick={props.onClose}>
          Done
        </Button>
      </DialogActions>
    </Dialog>
  )
}
