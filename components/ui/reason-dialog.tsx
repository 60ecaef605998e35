'use client'

import type { ReactNode } from 'react'
import { useDraft } from '@/client/drafts'
import { useAction } from '@/client/use-action'
import { Button } from './button'
import { Dialog, DialogActions } from './dialog'
import { TextAreaField } from './field'
import { Form } from './form'

/** Asks why, for a deed that says so to the team. What was typed is kept until it is done. */
export function ReasonDialog(props: {
  title: string
  deed: string
  draftKey: string
  label?: string
  hint?: ReactNode
  danger?: boolean
  /** May the reason be left out? */
  optional?: boolean
  /** Stands above the reason: what else is asked. */
  children?: ReactNode
  /** What is shown in place of an error that says so little by itself; null where the error says it. */
  instead?: (error: string) => ReactNode
  /** Does it; a refusal throws. `key` is a new id, the same on every attempt. */
  onDo: (reason: string, key: string) => Promise<void>
  onClose: () => void
}) {
  const { title, deed, draftKey, label = 'Why', hint, danger, optional, children, instead, onDo, onClose } = props
  const draft = useDraft(draftKey, '')
  const action = useAction(async (key, reason: string) => {
    await onDo(reason, key)
    draft.drop()
    onClose()
  })
  const shown = instead?.(action.error)
  const missing = !optional && draft.value.trim() === ''
  return (
    <Dialog title={title} onClose={onClose}>
      <Form
        onSubmit={() => {
          if (!missing && !action.busy) void action.run(draft.value)
        }}
        error={action.fields.reason || shown ? '' : action.error}
        fields={action.fields}
        footer={
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button
              type="submit"
              variant={danger ? 'danger' : 'primary'}
              busy={action.busy}
              disabled={missing || action.busy}
            >
              {deed}
            </Button>
          </DialogActions>
        }
      >
        {shown}
        {children}
        <TextAreaField
          label={optional ? `${label} (optional)` : label}
          hint={hint}
          maxLength={2000}
          value={draft.value}
          error={action.fields.reason}
          data-focus-first=""
          onChange={(event) => draft.change(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit()
          }}
        />
      </Form>
    </Dialog>
  )
}
