'use client'

import { Plus, Trash2 } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Claim } from '@/domain/claims/claim'
import type { Relation } from '@/domain/claims/relation'
import { DISPOSITIONS, STRENGTHS } from '@/domain/claims/words'
import { StateBadge } from '@/components/claims/claim-badges'
import { removeRelation } from '@/components/claims/remove-relation'
import { HeldBadge } from '@/components/seals/held-badge'
import { Button, IconButton } from '@/components/ui/button'
import { Badge } from '@/components/ui/small'
import { RelationDialog } from './relation-dialog'
import { relationWords } from './relation-words'

export type ShownRelation = { relation: Relation; removable: boolean }

/** How a claim stands to others of its project. */
export function Relations(props: { claim: Claim; relations: readonly ShownRelation[]; adds: boolean }) {
  const { claim, relations, adds } = props
  const [adding, setAdding] = useState(false)
  const router = useRouter()
  return (
    <div className="grid gap-3">
      {relations.length === 0 ? <p className="text-ink-soft">It is related to no other claim yet.</p> : null}
      <ul className="grid gap-3 empty:hidden">
        {relations.map((shown) => (
          <Shown key={shown.relation.id} claimId={claim.id} {...shown} />
        ))}
      </ul>
      {adds ? (
        <Button size="small" className="no-print justify-self-start" onClick={() => setAdding(true)}>
          <Plus size={15} aria-hidden /> Relate to another claim…
        </Button>
      ) : null}
      {adding ? (
        <RelationDialog
          claim={claim}
          onDone={() => {
            setAdding(false)
            router.refresh()
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </div>
  )
}

function Shown({ claimId, relation, removable }: ShownRelation & { claimId: string }) {
  const { id, projectId, kind, from, to, strength, disposition, reason, held } = relation
  const router = useRouter()
  const forth = from.claimId === claimId
  const other = forth ? to : from
  const remove = () => void removeRelation(id, 'The relation is removed.', () => router.refresh())
  return (
    <li className="border-line bg-surface rounded-md border px-3 py-2">
      <div className="text-ink-soft flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
        <span className="font-medium">{relationWords(kind, forth)}</span>
        <StateBadge state={other.state} />
        {held ? <HeldBadge /> : null}
        {removable ? (
          <span className="no-print ml-auto">
            <IconButton label={`Remove the relation to “${other.statement}”`} className="size-7!" onClick={remove}>
              <Trash2 size={14} aria-hidden />
            </IconButton>
          </span>
        ) : null}
      </div>
      <Link
        href={`/c/${other.claimId}`}
        prefetch={false}
        className="mt-0.5 block rounded font-serif wrap-anywhere hover:underline"
      >
        {other.statement}
      </Link>
      {strength && disposition ? (
        <p className="mt-1.5 flex flex-wrap items-center gap-1.5 text-xs">
          <Badge>{STRENGTHS[strength].name}</Badge>
          <Badge tone={disposition === 'real' ? 'danger' : disposition === 'open' ? 'warning' : 'plain'}>
            {DISPOSITIONS[disposition].name}
          </Badge>
          <Link href={`/p/${projectId}/ledger`} prefetch={false} className="link">
            In the ledger
          </Link>
        </p>
      ) : null}
      {reason ? <p className="text-ink-soft mt-1 text-sm wrap-anywhere whitespace-pre-line">{reason}</p> : null}
    </li>
  )
}
