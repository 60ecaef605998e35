'use client'

import { Ellipsis } from 'lucide-react'
import Link from 'next/link'
import type { Source } from '@/domain/evidence/source'
import { RELIABILITY } from '@/domain/evidence/words'
import { counted } from '@/components/claims/counted'
import { IconButton } from '@/components/ui/button'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu'
import { Badge } from '@/components/ui/small'
import { Time } from '@/components/ui/time'
import { GradeSource } from './grade-source'

/** What the reader may do with the sources of a project. */
export type SourceRights = { me: string; grades: boolean; retracts: boolean; changeable: readonly string[] }

type Props = {
  source: Source
  rights: SourceRights
  onChange: (source: Source) => void
  onRetract: (source: Source) => void
}

/** One source: what it is, how much is cited of it, and how reliable people find it. */
export function SourceRow({ source, rights, onChange, onRetract }: Props) {
  const { id, name, url, evidence, retractedAt } = source
  const changes = rights.changeable.includes(id)
  const retracts = rights.retracts && retractedAt === null
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-4 gap-y-2 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className={`font-medium wrap-anywhere ${retractedAt ? 'line-through' : ''}`}>{name}</span>
          {retractedAt ? <Badge tone="danger">Retracted</Badge> : null}
          <span className="text-ink-faint text-sm">
            {evidence === 0 ? 'not cited yet' : counted(evidence, 'piece')}
            {evidence === 0 ? '' : ' of evidence'}
          </span>
        </p>
        {url ? (
          <p className="truncate text-sm">
            <a href={url} target="_blank" rel="noopener noreferrer nofollow" className="link">
              {url}
            </a>
          </p>
        ) : null}
        <OthersGrades source={source} me={rights.me} />
        {retractedAt ? <Retraction source={source} at={retractedAt} /> : null}
      </div>
      <div className="flex items-center gap-2 self-start">
        {rights.grades ? <GradeSource source={source} me={rights.me} /> : null}
        {changes || retracts ? (
          <Menu
            trigger={
              <IconButton label={`Actions for ${name}`}>
                <Ellipsis size={16} aria-hidden />
              </IconButton>
            }
          >
            {changes ? <MenuItem onSelect={() => onChange(source)}>Change, or name its origin</MenuItem> : null}
            {changes && retracts ? <MenuSeparator /> : null}
            {retracts ? (
              <MenuItem danger onSelect={() => onRetract(source)}>
                Retract…
              </MenuItem>
            ) : null}
          </Menu>
        ) : null}
      </div>
    </div>
  )
}

function OthersGrades({ source: { grades }, me }: { source: Source; me: string }) {
  const others = grades.filter(({ rater }) => rater.id !== me)
  if (others.length === 0) return null
  return (
    <ul aria-label="Grades by others" className="text-ink-soft flex flex-wrap gap-x-3 text-sm">
      {others.map(({ rater, reliability }) => (
        <li key={rater.id} className="wrap-anywhere" title={RELIABILITY[reliability].means}>
          {rater.name}: {reliability}, {RELIABILITY[reliability].name.toLowerCase()}
        </li>
      ))}
    </ul>
  )
}

/** Who retracted it and why, and the findings that rest on it. */
function Retraction({ source: { retractedBy, retractedFor, findings }, at }: { source: Source; at: string }) {
  return (
    <div className="bg-danger-wash mt-1.5 rounded px-2.5 py-1.5 text-sm">
      <p className="wrap-anywhere whitespace-pre-line">{retractedFor}</p>
      <p className="text-ink-soft">
        {retractedBy?.name ?? 'Someone'} · <Time at={at} />
      </p>
      {findings.length > 0 ? (
        <>
          <p className="mt-1 font-medium">Published findings that rest on it</p>
          <ul className="list-disc pl-5">
            {findings.map(({ id, statement }) => (
              <li key={id}>
                <Link href={`/f/${id}`} prefetch={false} className="link font-serif wrap-anywhere">
                  {statement}
                </Link>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}
