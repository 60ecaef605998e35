'use client'

import { CircleAlert, X } from 'lucide-react'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Button, IconButton } from './button'
import { dismissToast, onToasts, toastsNow, type Toast } from './toast'

/** Long enough to read and to reach for Undo (WCAG 2.2.1 asks for 20 s where something can be done); in ms. */
const SHOWN_MS = { plain: 6_000, action: 20_000 }

/**
 * Where short messages appear, and are read out. Mounted once, in the layout. It lies in the browser's top layer, above
 * every dialog that was opened before the message came.
 */
export function Toasts() {
  const toasts = useSyncExternalStore(onToasts, toastsNow, toastsNow)
  const region = useRef<HTMLDivElement>(null)
  // Mounted once the page's script runs: whoever drives a browser by program can wait for that before the first click.
  useEffect(() => {
    document.documentElement.dataset.ready = ''
  }, [])
  const newest = toasts.at(-1)?.id
  useEffect(() => raise(region.current), [newest])
  return (
    <div
      ref={region}
      popover="manual"
      role="status"
      aria-live="polite"
      className="no-print pointer-events-none fixed inset-x-0 top-auto bottom-4 m-0 flex w-full flex-col items-center gap-2 border-0 bg-transparent px-4 text-inherit"
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  )
}

/** Up to the top of the top layer: only going in again leads there. Browsers without it show the region where it stands. */
function raise(region: HTMLElement | null): void {
  if (!region?.isConnected || typeof region.showPopover !== 'function') return
  if (region.matches(':popover-open')) region.hidePopover()
  region.showPopover()
}

/** Goes by itself, but not while someone points at it or has the focus in it. */
function ToastCard({ toast }: { toast: Toast }) {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const clock = setTimeout(() => dismissToast(toast.id), toast.action ? SHOWN_MS.action : SHOWN_MS.plain)
    return () => clearTimeout(clock)
  }, [toast, held])
  return (
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className={`bg-surface text-ink shadow-raised pointer-events-auto flex max-w-lg items-center gap-3 rounded-lg border py-1.5 pr-1.5 pl-4 ${toast.danger ? 'border-danger' : 'border-line-mid'}`}
    >
      {toast.danger ? <CircleAlert size={17} aria-hidden className="text-danger shrink-0" /> : null}
      <span className="wrap-anywhere">{toast.text}</span>
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
