import type { ReactNode } from 'react'
import { Button } from './button'
import { Notice } from './small'

const CHOICE = 'Nothing is overwritten yet. Keep theirs, or save again to put yours in its place.'

/** Someone else was faster: what they wrote, beside what was typed, and the choice. Saving again takes the typed. */
export function Stale(props: {
  said: string
  theirs: ReactNode
  onTakeTheirs: () => void
  choice?: string
  keep?: string
}) {
  const { choice = CHOICE, keep = 'Keep theirs' } = props
  return (
    <Notice tone="warning">
      <p role="alert" className="font-medium">
        {props.said}
      </p>
      <div className="mt-1">{props.theirs}</div>
      <p className="text-ink-soft mt-2 text-[13px]">{choice}</p>
      <Button size="small" className="mt-2" onClick={props.onTakeTheirs}>
        {keep}
      </Button>
    </Notice>
  )
}
