'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { SearchForm } from '@/components/ui/search-form'
import { sourcesAddress } from './source-address'

/** Narrows the list of sources while one types. */
export function SourceFilter({ projectId, text }: { projectId: string; text: string }) {
  const router = useRouter()
  const [pending, startTransition] = useTransition()
  return (
    <SearchForm
      text={text}
      label="Part of a name or address"
      busy={pending}
      onText={(next) => startTransition(() => router.replace(sourcesAddress(projectId, next), { scroll: false }))}
      className="min-w-0 flex-1 sm:max-w-72"
    />
  )
}
