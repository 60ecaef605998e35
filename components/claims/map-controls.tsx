'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { inputClass } from '@/components/ui/field'
import type { DocumentChoice } from './claim-table-controls'
import { mapAddress } from './map-address'

/** Narrows the map to the claims of a document; the choice leads to another address. */
export function MapControls(props: {
  projectId: string
  document: string | undefined
  documents: readonly DocumentChoice[]
}) {
  const { projectId, document, documents } = props
  const router = useRouter()
  const [pending, startTransition] = useTransition()
  const show = (chosen: string) =>
    startTransition(() => router.replace(mapAddress(projectId, chosen || undefined), { scroll: false }))
  return (
    <div role="group" aria-label="Filter" aria-busy={pending} className="mb-4 flex">
      <select
        aria-label="Document"
        value={document ?? ''}
        onChange={(event) => show(event.target.value)}
        className={`${inputClass} min-w-0 pr-8 sm:!w-auto sm:max-w-72`}
      >
        <option value="">Document: any</option>
        {documents.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </div>
  )
}
