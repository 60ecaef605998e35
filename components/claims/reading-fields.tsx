'use client'

import { keysOf, STANCES, VOICES, type Stance, type Voice } from '@/domain/claims/words'
import { SelectField, TextField } from '@/components/ui/field'
import type { Reading } from './claim-fields-of'

/** How a passage stands to its claim, and in whose voice. */
export function ReadingFields({ reading, onChange }: { reading: Reading; onChange: (reading: Reading) => void }) {
  const change = (part: Partial<Reading>) => onChange({ ...reading, ...part })
  return (
    <>
      <SelectField
        label="The passage"
        value={reading.stance}
        onChange={(event) => change({ stance: event.target.value as Stance })}
      >
        {keysOf(STANCES).map((stance) => (
          <option key={stance} value={stance}>
            {STANCES[stance]} it
          </option>
        ))}
      </SelectField>
      <SelectField
        label="In whose voice"
        value={reading.voice}
        onChange={(event) => change({ voice: event.target.value as Voice })}
      >
        {keysOf(VOICES).map((voice) => (
          <option key={voice} value={voice}>
            {VOICES[voice]}
          </option>
        ))}
      </SelectField>
      {reading.voice === 'attributed' ? (
        <TextField
          label="Attributed to"
          maxLength={200}
          value={reading.attributedTo}
          onChange={(event) => change({ attributedTo: event.target.value })}
        />
      ) : null}
    </>
  )
}
