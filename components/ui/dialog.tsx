'use client'

import { X } from 'lucide-react'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { Button, IconButton } from './button'

/** Where the focus goes first: what asks for it, what is to be filled in, else the first button, which is the way back. */
const FIRST = [
  '[data-dialog-body] [data-focus-first]',
  '[data-dialog-body] :is(input, select, textarea):not([type=hidden])',
  '[data-dialog-body] button',
]

/**
 * A modal dialog on the platform's own <dialog>: focus goes in and stays inside, Escape closes, and focus returns to where
 * it was. Mounted while open.
 */
export function Dialog(props: { title: string; onClose: () => void; children: ReactNode; wide?: boolean }) {
  const ref = useRef<HTMLDialogElement>(null)
  const id = useId()
  const { onClose } = props
  useEffect(() => {
    const dialog = ref.current
    const before = document.activeElement
    dialog?.showModal()
    const first = FIRST.map((each) => dialog?.querySelector<HTMLElement>(each)).find(Boolean)
    first?.focus()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={ref}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onKeyDown={(event) => event.stopPropagation()}
      className={`border-line bg-surface text-ink shadow-raised m-auto max-h-[92dvh] w-[calc(100%-2rem)] overflow-y-auto rounded-xl border p-5 text-start sm:p-6 ${props.wide ? 'max-w-3xl' : 'max-w-md'}`}
    >
      <div className="mb-4 flex items-start justify-between gap-3">
        <h2 id={id} className="font-serif text-xl leading-tight font-semibold wrap-anywhere">
          {props.title}
        </h2>
        <IconButton label="Close" onClick={onClose}>
          <X size={18} aria-hidden />
        </IconButton>
      </div>
      <div data-dialog-body>{props.children}</div>
    </dialog>
  )
}

/** The row of buttons at a dialog's end: the way back first, the deed last. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="mt-5 flex flex-wrap justify-end gap-2">{children}</div>
}

/** The end of a form in a dialog: the way back, and the deed, which can't be done twice, nor while something is missing. */
export function SubmitActions(props: {
  busy: boolean
  /** Whether something that it needs is missing. */
  unready?: boolean
  danger?: boolean
  onCancel: () => void
  /** What the deed is called. */
  children: ReactNode
}) {
  const { busy, unready = false, danger = false, onCancel, children } = props
  return (
    <DialogActions>
      <Button onClick={onCancel}>Cancel</Button>
      <Button type="submit" variant={danger ? 'danger' : 'primary'} busy={busy} disabled={busy || unready}>
        {children}
      </Button>
    </DialogActions>
  )
}

/** Asks before something that can't be undone. */
export function Confirm(props: {
  title: string
  children: ReactNode
  deed: string
  danger?: boolean
  busy?: boolean
  onConfirm: () => void
  onClose: () => void
}) {
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <div className="text-ink-soft">{props.children}</div>
      <DialogActions>
        <Button onClick={props.onClose}>Cancel</Button>
        <Button variant={props.danger ? 'danger' : 'primary'} busy={props.busy ?? false} onClick={props.onConfirm}>
          {props.deed}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
