'use client'

import type { ReactNode } from 'react'
import { Button } from './button'
import { CopyButton } from './copy-button'
import { DialogActions } from './dialog'
import { TextField } from './field'

/** In a dialog: a secret that is never shown again, to be copied. `children` say what it is good for. */
export function ShownOnce(props: {
  label: string
  /** Of the button, "Copy token", say. */
  copy: string
  text: string
  onClose: () => void
  children: ReactNode
}) {
  return (
    <>
      <p className="text-ink-soft mb-3">{props.children}</p>
      <TextField
        label={props.label}
        hideLabel
        readOnly
        autoFocus
        value={props.text}
        className="font-mono text-[13px]"
        onFocus={(event) => event.target.select()}
      />
      <DialogActions>
        <CopyButton text={props.text} label={props.copy} />
        <Button variant="primary" onClick={props.onClose}>
          Done
        </Button>
      </DialogActions>
    </>
  )
}
