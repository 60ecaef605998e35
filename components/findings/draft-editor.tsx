'use client'

import { useState } from 'react'
import { call } from '@/client/call'
import { useDraft } from '@/client/drafts'
import { theirsOf } from '@/client/theirs'
import { useAction } from '@/client/use-action'
import type { Judgement } from '@/domain/claims/pooling'
import type { Finding, FindingContent } from '@/domain/findings/finding'
import { useDesk } from '@/components/threads/desk'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/small'
import { Stale } from '@/components/ui/stale'
import { showToast } from '@/components/ui/toast'
import { DraftFields } from './draft-fields'
import { FindingProse } from './finding-prose'
import type { Scale } from './opinion'
import { StandingBeside } from './standing-beside'
import { useWritten } from './use-finding'

/** What was typed and is not saved, and the version that it was typed over. */
type Typed = { base: number; content: FindingContent }

type Props = {
  finding: Finding
  scale: Scale | null
  judgements: readonly Judgement[]
  onSaved: () => void
}

/**
 * Writes the draft of a finding. What is typed stays in this browser until it is saved; where someone else was faster both
 * texts are shown, and the next save decides.
 */
export function DraftEditor({ finding, scale, judgements, onSaved }: Props) {
  const { me } = useDesk()
  const written = useWritten()
  const typed = useDraft<Typed | null>(`${me.id}/finding/${finding.id}`, null)
  const [theirs, setTheirs] = useState<Finding | null>(null)
  const { base, content } = typed.value ?? { base: finding.version, content: finding.content }
  const save = useAction(async (idempotencyKey, said: FindingContent, version: number) => {
    try {
      const params = { findingId: finding.id }
      const now = await call(
        'PATCH /findings/{findingId}',
        { params, body: { version, content: said } },
        { idempotencyKey },
      )
      typed.drop()
      setTheirs(null)
      written(now)
      showToast({ text: 'The draft is saved.' })
      onSaved()
    } catch (error) {
      setTheirs(theirsOf<Finding>(error) ?? theirs)
      throw error
    }
  })
  if (!typed.ready) return null
  const submit = () => {
    if (!save.busy) void save.run(content, theirs?.version ?? base)
  }
  const discard = () => {
    typed.drop()
    setTheirs(null)
    if (theirs) written(theirs)
    onSaved()
  }
  return (
    <form
      noValidate
      className="grid max-w-3xl gap-6"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {theirs ? <Meanwhile finding={theirs} scale={scale} said={save.error} onTakeTheirs={discard} /> : null}
      <DraftFields
        key={base}
        finding={finding}
        scale={scale}
        judgements={judgements}
        content={content}
        errors={save.fields}
        onChange={(change) => typed.change({ base, content: { ...content, ...change } })}
        onSubmit={submit}
      />
      {save.error && !theirs ? <Notice tone="danger">{save.error}</Notice> : null}
      <div className="bg-paper border-line sticky bottom-0 flex flex-wrap items-center justify-end gap-2 border-t py-3">
        <p role="status" className="text-ink-soft mr-auto text-sm">
          {typed.value ? 'Not saved yet; kept in this browser.' : ''}
        </p>
        <Button variant="quiet" onClick={discard}>
          {typed.value ? 'Discard' : 'Close'}
        </Button>
        <Button type="submit" variant="primary" busy={save.busy} disabled={save.busy || (!typed.value && !theirs)}>
          {theirs ? 'Save mine' : 'Save draft'}
        </Button>
      </div>
    </form>
  )
}

type MeanwhileProps = { finding: Finding; scale: Scale | null; said: string; onTakeTheirs: () => void }

/** What the other one wrote, above what was typed here. */
function Meanwhile({ finding, scale, said, onTakeTheirs }: MeanwhileProps) {
  return (
    <Stale
      said={said}
      theirs={
        <div className="grid gap-4 py-2">
          <StandingBeside content={finding.content} pooled={finding.pooled} scale={scale} dissents={[]} />
          <FindingProse content={finding.content} />
        </div>
      }
      onTakeTheirs={onTakeTheirs}
    />
  )
}
