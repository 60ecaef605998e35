'use client'

import { useSyncExternalStore } from 'react'
import { day } from './day'

const MINUTE = 60_000
const STEPS: readonly (readonly [number, Intl.RelativeTimeFormatUnit])[] = [
  [60 * MINUTE, 'minute'],
  [24 * 60 * MINUTE, 'hour'],
  [7 * 24 * 60 * MINUTE, 'day'],
]
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

/** "5 minutes ago", then "2 days ago", then the date. */
export function ago(moment: string, now: number): string {
  const passed = now - Date.parse(moment)
  if (passed < MINUTE) return 'just now'
  const step = STEPS.find(([most]) => passed < most)
  if (!step) return day(moment)
  const unit = step[1] === 'minute' ? MINUTE : step[1] === 'hour' ? 60 * MINUTE : 24 * 60 * MINUTE
  return relative.format(-Math.floor(passed / unit), step[1])
}

let now = 0
function every(listener: () => void): () => void {
  const tick = () => {
    now = Date.now()
    listener()
  }
  tick()
  const clock = setInterval(tick, MINUTE)
  return () => clearInterval(clock)
}

/** How long ago something was; the server writes the date, since it can't know the reader's clock. */
export function Time({ at }: { at: string }) {
  const current = useSyncExternalStore(
    every,
    () => now,
    () => 0,
  )
  return (
    <time dateTime={at} title={at.replace('T', ' ').slice(0, 16) + ' UTC'}>
      {current === 0 ? day(at) : ago(at, current)}
    </time>
  )
}
