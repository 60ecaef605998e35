import type { ReactNode } from 'react'
import { Button } from './button'
import { Notice } from './small'

/** Someone else was faster: what they wrote, beside what was typed, and the choice. Saving again takes the typed. */
export function Stale(props: { said: string; theirs: ReactNode; onTakeTheirs: () => void }) {
  return (
    <Notice tone="warning">
      <p role="alert" className="font-medium">
        {props.said}
      </p>
      <div className="mt-1">{props.theirs}</div>
      <p className="text-ink-soft mt-2 text-[13px]">
        Nothing is overwritten yet. Keep theirs, or save again to put yours in its place.
      </p>
      <Button size="small" className="mt-2" onClick={props.onTakeTheirs}>
        Keep theirs
      </Button>
    </Notice>
  )
}
