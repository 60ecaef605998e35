'use client'

import { Ellipsis } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Evidence } from '@/domain/evidence/evidence'
import { Button, IconButton } from '@/components/ui/button'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu'
import { Time } from '@/components/ui/time'
import { AppraiseDialog } from './appraise-dialog'
import { Appraisals } from './appraisals'
import { ChangeEvidence } from './change-evidence'
import { EvidenceMarks, EvidenceTitle, Excerpt, SourceLine, titleOf } from './evidence-content'
import { removeEvidence } from './remove-evidence'

type Props = {
  projectId: string
  evidence: Evidence
  /** The id of the reader. */
  me: string
  appraises: boolean
  /** Whether the reader may change and remove it. */
  changes: boolean
}

/** A piece of evidence: what it says, where it comes from, and how people see it. */
export function EvidenceCard({ projectId, evidence, me, appraises, changes }: Props) {
  const router = useRouter()
  const [open, setOpen] = useState<'appraise' | 'change' | null>(null)
  const mine = evidence.appraisals.find(({ rater }) => rater.id === me)
  const saved = () => {
    setOpen(null)
    router.refresh()
  }
  const title = titleOf(evidence)
  return (
    <article
      id={evidence.id}
      aria-label={title}
      className="border-line bg-surface shadow-low target:border-accent grid scroll-mt-28 gap-2.5 rounded-lg border p-3.5"
    >
      <div>
        <div className="flex min-h-8 items-start justify-between gap-2">
          <EvidenceMarks evidence={evidence} />
          {changes ? (
            <Menu
              trigger={
                <IconButton label={`Actions for ${title}`} className="-mt-1.5 -mr-1.5">
                  <Ellipsis size={16} aria-hidden />
                </IconButton>
              }
            >
              <MenuItem onSelect={() => setOpen('change')}>Change</MenuItem>
              <MenuSeparator />
              <MenuItem danger onSelect={() => void removeEvidence(evidence.id, () => router.refresh())}>
                Remove
              </MenuItem>
            </Menu>
          ) : null}
        </div>
        <EvidenceTitle evidence={evidence} />
        <Excerpt words={evidence.excerpt} />
      </div>
      {evidence.circular ? (
        <p className="bg-warning-wash rounded px-2 py-1 text-sm">
          The claim itself is made in this passage, so it can’t speak for it.
        </p>
      ) : null}
      <SourceLine projectId={projectId} source={evidence.source} />
      <Appraisals appraisals={evidence.appraisals} me={me} />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-ink-faint text-xs">
          Added by {evidence.author.name} · <Time at={evidence.createdAt} />
        </p>
        {appraises ? (
          <Button size="small" variant={mine ? 'quiet' : 'secondary'} onClick={() => setOpen('appraise')}>
            {mine ? 'Appraise again' : 'Appraise'}
          </Button>
        ) : null}
      </div>
      {open === 'appraise' ? (
        <AppraiseDialog evidence={evidence} mine={mine} onSaved={saved} onClose={() => setOpen(null)} />
      ) : null}
      {open === 'change' ? (
        <ChangeEvidence projectId={projectId} evidence={evidence} onSaved={saved} onClose={() => setOpen(null)} />
      ) : null}
    </article>
  )
}
