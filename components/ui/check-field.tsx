import type { ReactNode } from 'react'

/** A box to tick, with what that means beside it. */
export function CheckField(props: { checked: boolean; onChange: (checked: boolean) => void; children: ReactNode }) {
  return (
    <label className="flex items-start gap-2">
      <input
        type="checkbox"
        checked={props.checked}
        onChange={(event) => props.onChange(event.target.checked)}
        className="accent-accent mt-1"
      />
      <span>{props.children}</span>
    </label>
  )
}
