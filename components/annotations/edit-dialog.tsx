'use client'

import { useState } from 'react'
import { call } from '@/client/call'
import { theirsOf } from '@/client/theirs'
import { useAction } from '@/client/use-action'
import type { Annotation } from '@/domain/annotations/annotation'
import { useChanged, useDesk } from '@/components/threads/desk'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/small'
import { Stale } from '@/components/ui/stale'
import { LabelPicker } from './label-picker'
import { TagInput } from './tag-input'

/** Changes the label and the tags. Where they were changed elsewhere meanwhile, both are shown, and the next save decides. */
export function EditDialog({ annotation, onClose }: { annotation: Annotation; onClose: () => void }) {
  const { labels } = useDesk()
  const changed = useChanged()
  const [labelId, setLabelId] = useState(annotation.labelId)
  const [tags, setTags] = useState<string[]>([...annotation.tags])
  const [base] = useState(annotation.version)
  const [theirs, setTheirs] = useState<Annotation | null>(null)
  const action = useAction(
    async (idempotencyKey, draft: { labelId: string | null; tags: string[] }, version: number) => {
      try {
        const params = { annotationId: annotation.id }
        await call('PATCH /annotations/{annotationId}', { params, body: { ...draft, version } }, { idempotencyKey })
      } catch (error) {
        setTheirs((before) => theirsOf<Annotation>(error) ?? before)
        throw error
      }
      onClose()
      await changed(annotation.id)
    },
  )
  const nameOf = (id: string | null) => labels.find((label) => label.id === id)?.name ?? 'no label'
  return (
    <Dialog title="Label and tags" onClose={onClose}>
      <div className="grid gap-4">
        <LabelPicker labels={labels} value={labelId} onChange={setLabelId} />
        <TagInput value={tags} onChange={setTags} />
        {theirs ? (
          <Stale
            said="This annotation was changed elsewhere since you began."
            theirs={`${nameOf(theirs.labelId)}; ${theirs.tags.join(', ') || 'no tags'}`}
            onTakeTheirs={() => {
              onClose()
              void changed(annotation.id)
            }}
          />
        ) : action.error ? (
          <Notice tone="danger">{action.error}</Notice>
        ) : null}
      </div>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          variant="primary"
          busy={action.busy}
          onClick={() => void action.run({ labelId, tags }, theirs?.version ?? base)}
        >
          Save
        </Button>
      </DialogActions>
    </Dialog>
  )
}
