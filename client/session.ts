/** What this page hears of when its session is found to be over. */
export const SESSION_ENDED = 'assay:session-ended'

/** What the tabs of one browser tell each other: that someone signed out, or whose page was opened. */
export type Word = { ended: true } | { person: string }

/** The tabs of this browser; null where browsers have no such thing. */
export const tabs = (): BroadcastChannel | null =>
  'BroadcastChannel' in globalThis ? new BroadcastChannel('assay:session') : null

/** Something was answered with “signed out”: the page is covered, if it is somebody's. */
export const sessionEnded = (): void => void dispatchEvent(new Event(SESSION_ENDED))

/** Tells every tab that this browser is signed out. */
export function tellSignedOut(): void {
  const channel = tabs()
  channel?.postMessage({ ended: true } satisfies Word)
  channel?.close()
}
