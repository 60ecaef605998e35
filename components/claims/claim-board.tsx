'use client'

import clsx from 'clsx'
import Link from 'next/link'
import { useState } from 'react'
import type { Claim } from '@/domain/claims/claim'
import { SelectField } from '@/components/ui/field'
import { BOARD_COLUMNS, type BoardKey } from './board-columns'
import { ClaimCard } from './claim-card'
import { tableAddress } from './claim-table-address'

/** The claims of a column, the latest first; `more` says that there are others. */
export type BoardColumn = { key: BoardKey; claims: readonly Claim[]; more: boolean }

/**
 * Claims by where they stand: side by side where there is room, with what is empty made small; else below each other, or
 * only those of one column.
 */
export function ClaimBoard({ projectId, columns }: { projectId: string; columns: readonly BoardColumn[] }) {
  const [shown, setShown] = useState<BoardKey | ''>('')
  return (
    <>
      <div className="mb-4 lg:hidden">
        <SelectField
          label="Show"
          hideLabel
          value={shown}
          onChange={(event) => setShown(event.target.value as BoardKey | '')}
        >
          <option value="">All claims</option>
          {columns.map(({ key, claims, more }) => (
            <option key={key} value={key}>
              {nameOf(key)} ({claims.length}
              {more ? '+' : ''})
            </option>
          ))}
        </SelectField>
      </div>
      <div className="grid gap-6 lg:flex lg:items-stretch lg:gap-3 lg:overflow-x-auto lg:pb-4">
        {columns.map((column) => (
          <Column
            key={column.key}
            projectId={projectId}
            column={column}
            hidden={shown === '' ? column.claims.length === 0 : shown !== column.key}
          />
        ))}
      </div>
    </>
  )
}

const nameOf = (key: BoardKey) => BOARD_COLUMNS.find((column) => column.key === key)?.name ?? ''
const statesOf = (key: BoardKey) => BOARD_COLUMNS.find((column) => column.key === key)?.states ?? []

/** One column. `hidden` is about narrow screens alone. */
function Column(props: { projectId: string; column: BoardColumn; hidden: boolean }) {
  const { projectId, column, hidden } = props
  const { key, claims, more } = column
  const empty = claims.length === 0
  const [first] = statesOf(key)
  return (
    <section
      aria-label={nameOf(key)}
      className={clsx(
        'lg:bg-sunken/60 min-w-0 lg:block lg:rounded-lg lg:p-2',
        hidden && 'hidden',
        empty ? 'lg:w-11 lg:shrink-0' : 'lg:w-72 lg:max-w-88 lg:flex-1 lg:shrink-0',
      )}
    >
      <h2
        className={clsx(
          'text-ink-soft mb-2 flex items-center gap-2 px-1 font-medium',
          empty && 'lg:text-ink-faint lg:mb-0 lg:h-full lg:rotate-180 lg:justify-end lg:[writing-mode:vertical-rl]',
        )}
      >
        {nameOf(key)}
        <span className="text-ink-faint text-xs tabular-nums">
          {claims.length}
          {more ? '+' : ''}
        </span>
      </h2>
      {empty ? (
        <p className="text-ink-faint px-1 lg:hidden">Nothing here.</p>
      ) : (
        <ul className="grid gap-2">
          {claims.map((claim) => (
            <li key={claim.id}>
              <ClaimCard claim={claim} />
            </li>
          ))}
        </ul>
      )}
      {more && first ? (
        <p className="mt-2 px-1 text-sm">
          <Link href={tableAddress(projectId, { state: first })} prefetch={false} className="link">
            Show all
          </Link>
        </p>
      ) : null}
    </section>
  )
}
