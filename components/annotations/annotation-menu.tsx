'use client'

import { Ellipsis } from 'lucide-react'
import { use, useState } from 'react'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import type { Annotation } from '@/domain/annotations/annotation'
import { ClaimingContext } from '@/components/claims/claiming-context'
import { useChanged, useDesk } from '@/components/threads/desk'
import { IconButton } from '@/components/ui/button'
import { Confirm } from '@/components/ui/dialog'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu'
import { Notice } from '@/components/ui/small'
import { showError, showToast } from '@/components/ui/toast'

type Props = { annotation: Annotation; onEdit: () => void; onGone: () => void }

/** What can be done with an annotation as a whole. */
export function AnnotationMenu({ annotation, onEdit, onGone }: Props) {
  const { me, annotates, moderates } = useDesk()
  const [sharing, setSharing] = useState(false)
  const uses = use(ClaimingContext)
  const remove = useRemoval(annotation.id, onGone)
  const restore = useRestore(annotation.id)
  const edits = annotates && annotation.author.id === me.id
  const removes = edits || moderates
  return (
    <>
      <Menu
        trigger={
          <IconButton label="Actions for this annotation" className="-mt-1 -mr-1">
            <Ellipsis size={16} aria-hidden />
          </IconButton>
        }
      >
        <MenuItem onSelect={() => void copyLink(annotation.id)}>Copy link</MenuItem>
        {uses && !annotation.withdrawn ? (
          <>
            <MenuItem onSelect={() => uses.claim(annotation)}>Make a claim</MenuItem>
            <MenuItem onSelect={() => uses.cite(annotation)}>Cite as evidence…</MenuItem>
          </>
        ) : null}
        {edits && !annotation.withdrawn ? <MenuItem onSelect={onEdit}>Change label and tags</MenuItem> : null}
        {edits && annotation.visibility === 'private' ? (
          <MenuItem onSelect={() => setSharing(true)}>Share with the team</MenuItem>
        ) : null}
        {removes && annotation.withdrawn ? <MenuItem onSelect={restore}>Bring back</MenuItem> : null}
        {removes && !annotation.withdrawn ? (
          <>
            <MenuSeparator />
            <MenuItem danger onSelect={remove}>
              Delete
            </MenuItem>
          </>
        ) : null}
      </Menu>
      {sharing ? <ShareDialog annotation={annotation} onClose={() => setSharing(false)} /> : null}
    </>
  )
}

async function copyLink(id: string): Promise<void> {
  const link = `${location.origin}/a/${id}`
  try {
    await navigator.clipboard.writeText(link)
    showToast({ text: 'Link copied.' })
  } catch {
    showToast({ text: `This browser does not let pages copy. The link is ${link}` })
  }
}

function useRestore(annotationId: string): () => void {
  const changed = useChanged()
  const params = { annotationId }
  return () =>
    void call('POST /annotations/{annotationId}/restore', { params }).then(() => changed(annotationId), showError)
}

/** Deletes an annotation and offers to undo it. */
function useRemoval(annotationId: string, onGone: () => void): () => void {
  const changed = useChanged()
  const restore = useRestore(annotationId)
  const params = { annotationId }
  return () => {
    call('DELETE /annotations/{annotationId}', { params })
      .then(() => {
        showToast({ text: 'Annotation deleted.', action: { name: 'Undo', run: restore } })
        onGone()
        return changed(annotationId)
      })
      .catch(showError)
  }
}

function ShareDialog({ annotation, onClose }: { annotation: Annotation; onClose: () => void }) {
  const changed = useChanged()
  const share = useAction(async (idempotencyKey) => {
    const params = { annotationId: annotation.id }
    await call('POST /annotations/{annotationId}/share', { params }, { idempotencyKey })
    onClose()
    await changed(annotation.id)
  })
  return (
    <Confirm
      title="Share with the team?"
      deed="Share"
      busy={share.busy}
      onConfirm={() => void share.run()}
      onClose={onClose}
    >
      <p>Everyone in the workspace will see this annotation and its thread. It can’t be made private again.</p>
      {share.error ? <Notice tone="danger">{share.error}</Notice> : null}
    </Confirm>
  )
}
