'use client'

import { useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/small'
import { shortcutsOn, turnShortcuts } from './use-shortcuts'

const KEYS = [
  [['1', '…', '9'], 'Annotate the selection with a label'],
  [['C'], 'Comment on the selection'],
  [['P'], 'Private or team'],
  [['A'], 'Claim, in what is selected and collected'],
  [['Shift', 'A'], 'Collect the selection for a claim'],
  [['X'], 'Conflict: the one passage, then the other'],
  [['E'], 'Cite the selection as evidence'],
  [['N'], 'Nothing to check in the selected sentences'],
  [['U'], 'Next sentence that nobody has looked at'],
  [['S'], 'Select the next sentence'],
  [['Shift', 'S'], 'Select the sentence before'],
  [['Shift', '→'], 'Extend the selection'],
  [['J'], 'Next annotation'],
  [['K'], 'Annotation before'],
  [['R'], 'Reply in the open thread'],
  [['F'], 'Filter'],
  [['G'], 'Go to a page, in what came from a PDF'],
  [['Ctrl', 'Enter'], 'Save what is being written'],
  [['Esc'], 'Close, or let go of the selection'],
] as const

/** Which keys do what in the reader. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const [on, setOn] = useState(shortcutsOn)
  return (
    <Dialog title="Keys" onClose={onClose}>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2">
        {KEYS.map(([keys, does]) => (
          <div key={does} className="contents">
            <dt className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className="mt-5 flex items-center gap-2">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => {
            turnShortcuts(event.target.checked)
            setOn(event.target.checked)
          }}
        />
        Single keys act at once
      </label>
    </Dialog>
  )
}
