'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { CLAIM_STATES, type ClaimState } from '@/domain/claims/states'
import { CLAIM_TYPES, type ClaimType } from '@/domain/claims/words'
import { inputClass } from '@/components/ui/field'
import { SearchForm } from '@/components/ui/search-form'
import { CLAIM_ORDERS, tableAddress, type ClaimTableQuery } from './claim-table-address'

export type DocumentChoice = { id: string; title: string }

/** Filters and order of the table of claims; each change leads to another address. */
export function ClaimTableControls(props: {
  projectId: string
  query: ClaimTableQuery
  documents: readonly DocumentChoice[]
}) {
  const { projectId, query, documents } = props
  const router = useRouter()
  const [pending, startTransition] = useTransition()
  const show = (change: Partial<ClaimTableQuery>) =>
    startTransition(() => router.replace(tableAddress(projectId, { ...query, ...change }), { scroll: false }))
  return (
    <SearchForm
      text={query.text ?? ''}
      label="Part of a statement"
      busy={pending}
      onText={(text) => show({ text })}
      className="mb-3 grid grid-cols-2 gap-2 sm:grid-cols-3 lg:flex lg:flex-wrap"
      box="col-span-full sm:col-span-1 lg:w-64"
    >
      <Choice
        label="State"
        value={query.state ?? ''}
        options={Object.entries(CLAIM_STATES).map(([key, { name }]) => [key, name])}
        onChange={(state) => show({ state: (state || undefined) as ClaimState | undefined })}
      />
      <Choice
        label="Type"
        value={query.type ?? ''}
        options={Object.entries(CLAIM_TYPES).map(([key, { name }]) => [key, name])}
        onChange={(type) => show({ type: (type || undefined) as ClaimType | undefined })}
      />
      <Choice
        label="Document"
        value={query.document ?? ''}
        options={documents.map(({ id, title }) => [id, title])}
        onChange={(document) => show({ document: document || undefined })}
      />
      <select
        aria-label="Order"
        value={query.sort ?? 'activity'}
        onChange={(event) => show({ sort: event.target.value as NonNullable<ClaimTableQuery['sort']> })}
        className={`${inputClass} min-w-0 pr-8 lg:!w-auto`}
      >
        {Object.entries(CLAIM_ORDERS).map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
      <label className="flex h-9 items-center gap-2 whitespace-nowrap">
        <input
          type="checkbox"
          checked={query.waiting === 'true'}
          onChange={(event) => show({ waiting: event.target.checked ? 'true' : 'false' })}
          className="accent-accent"
        />
        Waiting for me
      </label>
    </SearchForm>
  )
}

function Choice(props: {
  label: string
  value: string
  options: readonly (readonly [string, string])[]
  onChange: (value: string) => void
}) {
  return (
    <select
      aria-label={props.label}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
      className={`${inputClass} min-w-0 pr-8 lg:!w-auto lg:max-w-56`}
    >
      <option value="">{props.label}: any</option>
      {props.options.map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  )
}
