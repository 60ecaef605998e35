'use client'

import { X } from 'lucide-react'
import { useEffect, useSyncExternalStore } from 'react'
import { Button, IconButton } from './button'
import { dismissToast, toastsNow, onToasts, type Toast } from './toast'

/** Long enough to read and to reach for Undo (WCAG 2.2.1 asks for 20 s where something can be done); in ms. */
const SHOWN_MS = { plain: 6_000, action: 20_000 }

/** Where short messages appear, and are read out. Mounted once, in the layout. */
export function Toasts() {
  const toasts = useSyncExternalStore(onToasts, toastsNow, toastsNow)
  // Mounted once the page's script runs: whoever drives a browser by program can wait for that before the first click.
  useEffect(() => {
    document.documentElement.dataset.ready = ''
  }, [])
  return (
    <div
      role="status"
      aria-live="polite"
      className="no-print pointer-events-none fixed inset-x-0 bottom-4 z-50 flex flex-col items-center gap-2 px-4"
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  )
}

function ToastCard({ toast }: { toast: Toast }) {
  useEffect(() => {
    const clock = setTimeout(() => dismissToast(toast.id), toast.action ? SHOWN_MS.action : SHOWN_MS.plain)
    return () => clearTimeout(clock)
  }, [toast])
  return (
    <div
      className={`bg-surface shadow-raised pointer-events-auto flex max-w-lg items-center gap-3 rounded-lg border py-2 pr-2 pl-4 ${toast.danger ? 'border-danger text-danger' : 'border-line'}`}
    >
      <span>{toast.text}</span>
      {toast.action ? (
        <Button
          size="small"
          onClick={() => {
            dismissToast(toast.id)
            toast.action?.run()
          }}
        >
          {toast.action.name}
        </Button>
      ) : null}
      <IconButton label="Dismiss" onClick={() => dismissToast(toast.id)}>
        <X size={16} aria-hidden />
      </IconButton>
    </div>
  )
}
