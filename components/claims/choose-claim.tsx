'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { StateBadge, TypeName } from './claim-badges'
import { useFoundClaims, type FoundClaim } from './use-found-claims'

/**
 * Finds a claim of the project by its words; it begins with those that say much the same as `like`. Enter takes the first
 * that was found.
 */
export function ChooseClaim(props: {
  projectId: string
  /** What is said already, in a claim or in a passage. */
  like: string
  /** The id of a claim that is not meant. */
  except?: string
  label: string
  value: FoundClaim | null
  onChange: (claim: FoundClaim | null) => void
}) {
  const { projectId, like, except, label, value, onChange } = props
  const [text, setText] = useState('')
  const { data: found = [] } = useFoundClaims(projectId, { statement: like, text, except })
  if (value) return <Chosen label={label} claim={value} onChange={onChange} />
  return (
    <div className="grid gap-2">
      <TextField
        label={label}
        placeholder="Search by its words"
        value={text}
        autoComplete="off"
        data-focus-first=""
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          const [first] = found
          if (first && text.trim() !== '') onChange(first)
        }}
      />
      {found.length > 0 ? (
        <ul
          aria-label="Claims found"
          className="border-line divide-line max-h-72 divide-y overflow-y-auto rounded-md border"
        >
          {found.map((each) => (
            <li key={each.id}>
              <button
                type="button"
                onClick={() => onChange(each)}
                className="hover:bg-accent-wash w-full px-2.5 py-1.5 text-left -outline-offset-2"
              >
                <span className="line-clamp-2 font-serif wrap-anywhere">{each.statement}</span>
                <span className="text-ink-soft mt-0.5 flex items-center gap-2 text-xs">
                  <TypeName type={each.type} />
                  <StateBadge state={each.state} />
                </span>
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p role="status" className="text-ink-faint text-sm">
          {except === undefined ? 'No claim says this.' : 'No other claim says this.'}
        </p>
      )}
    </div>
  )
}

function Chosen(props: { label: string; claim: FoundClaim; onChange: (claim: null) => void }) {
  const { label, claim, onChange } = props
  return (
    <div className="border-accent bg-accent-wash rounded-md border px-3 py-2">
      <p className="text-ink-soft flex items-center gap-2 text-sm">
        {label} <StateBadge state={claim.state} />
      </p>
      <p className="mt-0.5 font-serif wrap-anywhere">{claim.statement}</p>
      <Button size="small" variant="quiet" className="mt-1 -ml-2" onClick={() => onChange(null)}>
        Choose another
      </Button>
    </div>
  )
}
