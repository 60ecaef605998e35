'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { DISPOSITIONS, keysOf, type Disposition } from '@/domain/claims/words'
import { inputClass } from '@/components/ui/field'
import type { DocumentChoice } from './claim-table-controls'
import { DocumentFilter } from './document-filter'
import { ledgerAddress, type LedgerQuery } from './ledger-address'

/** Narrows the ledger to what became of conflicts, and to a document; each change leads to another address. */
export function LedgerControls(props: { projectId: string; query: LedgerQuery; documents: readonly DocumentChoice[] }) {
  const { projectId, query, documents } = props
  const router = useRouter()
  const [pending, startTransition] = useTransition()
  const show = (change: LedgerQuery) =>
    startTransition(() => router.replace(ledgerAddress(projectId, { ...query, ...change }), { scroll: false }))
  return (
    <div role="group" aria-label="Filter" aria-busy={pending} className="mb-4 flex flex-wrap gap-2">
      <select
        aria-label="What became of it"
        value={query.disposition ?? ''}
        onChange={(event) => show({ disposition: (event.target.value || undefined) as Disposition | undefined })}
        className={`${inputClass} min-w-0 pr-8 sm:!w-auto`}
      >
        <option value="">Open and settled</option>
        {keysOf(DISPOSITIONS).map((key) => (
          <option key={key} value={key}>
            {DISPOSITIONS[key].name}
          </option>
        ))}
      </select>
      <DocumentFilter chosen={query.document} documents={documents} onChoose={(document) => show({ document })} />
    </div>
  )
}
