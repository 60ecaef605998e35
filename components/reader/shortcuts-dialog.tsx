'use client'

import { useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/small'
import { HELD_KEYS, systemOf } from './caret-keys'
import { shortcutsOn, turnShortcuts } from './use-shortcuts'

type Keys = readonly (readonly [keys: readonly string[], does: string])[]

const MARKING: Keys = [
  [['1', '…', '9'], 'Annotate the selection with a label'],
  [['C'], 'Comment on the selection'],
  [['P'], 'Private or team'],
  [['A'], 'Claim, in what is selected and collected'],
  [['Shift', 'A'], 'Collect the selection for a claim'],
  [['X'], 'Conflict: the one passage, then the other'],
  [['V'], 'Cite the selection as evidence'],
  [['N'], 'Nothing to check in the selected sentences'],
  [['U'], 'Next sentence that nobody has looked at'],
]

const GOING: Keys = [
  [['Ctrl', 'F'], 'Find in the text; once more, the browser’s own'],
  [['F3'], 'Next hit; with Shift, the one before'],
  [['G'], 'Go to a page, in what came from a PDF'],
  [['/'], 'Search everything'],
  [['Ctrl', 'K'], 'Go to anything, or do it, by its name'],
  [['?'], 'This list'],
]

const THREADS: Keys = [
  [['J'], 'Next annotation'],
  [['K'], 'Annotation before'],
  [['R'], 'Reply in the open thread'],
  [['E'], 'Resolve the open thread, or reopen it'],
  [['F'], 'Filter'],
  [['Ctrl', 'Enter'], 'Save what is being written'],
  [['Esc'], 'Close, or let go of the selection'],
]

/** How the caret goes; it appears when the text gets the focus by keyboard. */
const movingOn = (system: keyof typeof HELD_KEYS): Keys => [
  [['T'], 'Into the text, to the caret'],
  [['←', '↑', '→', '↓'], 'By character and line'],
  [[HELD_KEYS[system].word, '← →'], 'By word'],
  [[HELD_KEYS[system].sentence, '↑ ↓'], 'By sentence'],
  [[HELD_KEYS[system].word, '↑ ↓'], 'By paragraph'],
  [['Shift'], 'With any of these: select'],
  [['Enter'], 'Comment on the selection, or open the annotation at the caret'],
  [['S'], 'Select the next sentence'],
  [['Shift', 'S'], 'Select the sentence before'],
]

/** Which keys do what in the reader. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const [on, setOn] = useState(shortcutsOn)
  return (
    <Dialog title="Keys" onClose={onClose} wide>
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        <div className="grid content-start gap-5">
          <List title="The caret" keys={movingOn(systemOf(navigator.platform))} />
          <List title="Finding and going" keys={GOING} />
        </div>
        <div className="grid content-start gap-5">
          <List title="What is selected" keys={MARKING} />
          <List title="Annotations and threads" keys={THREADS} />
        </div>
      </div>
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

function List({ title, keys }: { title: string; keys: Keys }) {
  return (
    <section aria-label={title}>
      <h3 className="text-ink-soft mb-1.5 text-xs font-medium">{title}</h3>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2">
        {keys.map(([pressed, does]) => (
          <div key={does} className="contents">
            <dt className="flex gap-1">
              {pressed.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
