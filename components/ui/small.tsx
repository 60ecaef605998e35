import type { ReactNode } from 'react'
import { initialsOf } from './initials'

/** A few words in a frame: a role, a state. */
export function Badge({
  children,
  tone = 'plain',
}: {
  children: ReactNode
  tone?: 'plain' | 'accent' | 'warning' | 'danger'
}) {
  const tones = {
    plain: 'border-line bg-sunken text-ink-soft',
    accent: 'border-transparent bg-accent-wash text-accent',
    warning: 'border-transparent bg-warning-wash text-warning',
    danger: 'border-transparent bg-danger-wash text-danger',
  }
  return (
    <span
      className={`inline-flex items-center gap-1 rounded border px-1.5 text-xs leading-5 font-medium ${tones[tone]}`}
    >
      {children}
    </span>
  )
}

/** Something that should be read before going on. */
export function Notice({ children, tone = 'info' }: { children: ReactNode; tone?: 'info' | 'warning' | 'danger' }) {
  const tones = {
    info: 'border-accent/40 bg-accent-wash',
    warning: 'border-warning/40 bg-warning-wash',
    danger: 'border-danger/50 bg-danger-wash',
  }
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'note'}
      className={`rounded-md border px-3 py-2 wrap-anywhere ${tones[tone]}`}
    >
      {children}
    </div>
  )
}

/** What stands where nothing is yet: what this place is for, and the first thing to do. */
export function EmptyState({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div className="mx-auto max-w-md px-4 py-14 text-center">
      <h2 className="font-serif text-xl font-semibold tracking-tight text-balance">{title}</h2>
      <div className="text-ink-soft mt-2 text-pretty">{children}</div>
      {action ? <div className="mt-5 flex justify-center gap-2">{action}</div> : null}
    </div>
  )
}

/** A label's colour as a dot. */
export const Dot = ({ color }: { color: string }) => (
  <span
    data-color={color}
    aria-hidden
    className="inline-block size-2.5 shrink-0 rounded-full bg-(--tone) forced-color-adjust-none"
  />
)

export const Kbd = ({ children }: { children: ReactNode }) => (
  <kbd className="border-line bg-sunken text-ink-faint rounded border px-1 font-mono text-[11px] leading-4">
    {children}
  </kbd>
)

/** A person's initials. */
export function Avatar({ name }: { name: string }) {
  return (
    <span
      aria-hidden
      className="bg-accent-wash text-accent inline-flex size-6 shrink-0 items-center justify-center rounded-full text-[10px] font-semibold"
    >
      {initialsOf(name)}
    </span>
  )
}
