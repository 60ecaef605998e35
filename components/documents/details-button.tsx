'use client'

import { useState } from 'react'
import type { Document } from '@/domain/documents/document'
import { DetailsDialog } from './details-dialog'

/** Opens what is known of a document, for those who may change it. */
export function DetailsButton({ document }: { document: Document }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="link no-print inline-flex min-h-6 items-center" onClick={() => setOpen(true)}>
        Details…
      </button>
      {open ? <DetailsDialog document={document} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
