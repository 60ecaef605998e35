'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import type { DocumentChoice } from './claim-table-controls'
import { DocumentFilter } from './document-filter'
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
  const show = (chosen: string | undefined) =>
    startTransition(() => router.replace(mapAddress(projectId, chosen), { scroll: false }))
  return (
    <div role="group" aria-label="Filter" aria-busy={pending} className="mb-4 flex">
      <DocumentFilter chosen={document} documents={documents} onChoose={show} />
    </div>
  )
}
