'use client'

import { useRouter } from 'next/navigation'
import { useState, type ReactNode } from 'react'
import { QueryProvider } from '@/client/query'
import type { Source } from '@/domain/evidence/source'
import { RELIABILITY } from '@/domain/evidence/words'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/small'
import { RetractDialog } from './retract-dialog'
import { ScaleKey } from './scale-key'
import { SourceDialog } from './source-dialog'
import { SourceFilter } from './source-filter'
import { groupsOf, type SourceGroup } from './source-groups'
import { SourceRow, type SourceRights } from './source-row'

type Props = {
  projectId: string
  sources: readonly Source[]
  /** What the list is narrowed to; empty for nothing. */
  text: string
  adds: boolean
  rights: SourceRights
}

type Open = { deed: 'add' } | { deed: 'change' | 'retract'; source: Source }

/** The sources of a project under their origins: a source and its copies count once. */
export function SourceList({ projectId, sources, text, adds, rights }: Props) {
  const router = useRouter()
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const saved = () => {
    close()
    router.refresh()
  }
  const row = (source: Source) => (
    <SourceRow
      source={source}
      rights={rights}
      onChange={() => setOpen({ deed: 'change', source })}
      onRetract={() => setOpen({ deed: 'retract', source })}
    />
  )
  const add = adds ? <Button onClick={() => setOpen({ deed: 'add' })}>Add a source</Button> : null
  const empty = sources.length === 0 && text === ''
  return (
    <QueryProvider>
      {empty ? (
        <div className="border-line-strong rounded-xl border border-dashed">
          <EmptyState title="No sources yet" action={add}>
            Evidence comes from somewhere: a paper, an office, a person. Name sources here or while you add evidence,
            and say which of them copy another, so that one report counts once.
          </EmptyState>
        </div>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <div className="flex items-center justify-between gap-3">
            <SourceFilter projectId={projectId} text={text} />
            {add}
          </div>
          <ScaleKey summary="What the grades of reliability mean" scale={RELIABILITY} />
          {sources.length === 0 ? (
            <p role="status" className="text-ink-soft py-10 text-center">
              No source fits this.
            </p>
          ) : (
            <ul aria-label="Sources by origin" className="grid grid-cols-[minmax(0,1fr)] gap-3">
              {groupsOf(sources).map((group) => (
                <li key={group.id}>
                  <Group group={group} row={row} />
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      {open?.deed === 'retract' ? <RetractDialog source={open.source} onSaved={saved} onClose={close} /> : null}
      {open?.deed === 'add' || open?.deed === 'change' ? (
        <SourceDialog
          projectId={projectId}
          source={open.deed === 'change' ? open.source : null}
          onSaved={saved}
          onClose={close}
        />
      ) : null}
    </QueryProvider>
  )
}

function Group({ group: { name, origin, copies }, row }: { group: SourceGroup; row: (source: Source) => ReactNode }) {
  return (
    <section aria-label={name} className="border-line bg-surface rounded-lg border">
      <div className="px-4 py-3">
        {origin ? row(origin) : <p className="text-ink-soft font-medium wrap-anywhere">{name}</p>}
      </div>
      {copies.length > 0 ? (
        <div className="border-line border-t px-4 py-2.5">
          <p className="text-ink-soft mb-2 text-sm">Copies, which count once with it</p>
          <ul
            aria-label={`Copies of ${name}`}
            className="border-line-mid grid grid-cols-[minmax(0,1fr)] gap-3 border-l-2 pl-3.5"
          >
            {copies.map((copy) => (
              <li key={copy.id}>{row(copy)}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  )
}
