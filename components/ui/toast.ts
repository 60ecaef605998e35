/** A short message at the foot of the page, with at most one thing to do about it. */
export type Toast = { id: number; text: string; danger?: boolean; action?: { name: string; run: () => void } }

let toasts: readonly Toast[] = []
let last = 0
const listeners = new Set<() => void>()

function set(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

/** Shows a message; at most three stand at a time. */
export function showToast(toast: Omit<Toast, 'id'>): void {
  last += 1
  set([...toasts.slice(-2), { ...toast, id: last }])
}

export const dismissToast = (id: number): void => set(toasts.filter((toast) => toast.id !== id))

/** Says what went wrong, in the words of the error. */
export function showError(error: unknown): void {
  showToast({ danger: true, text: error instanceof Error ? error.message : 'Something went wrong. Please try again.' })
}

export const toastsNow = (): readonly Toast[] => toasts

export function onToasts(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
