'use client'

import { useState, type MouseEvent } from 'react'
import type { ContentNode } from '@/domain/documents/content'
import { CommentText } from '@/components/editor/comment-text'
import { ReferenceDialog } from './reference-dialog'
import { referenceOf, type Reference } from './references'

/** A text whose references open in place. With Ctrl, ⌘ or the middle button they open as any link does. */
export function LiveText({ json, className = '' }: { json: ContentNode; className?: string }) {
  const [opened, setOpened] = useState<Reference | null>(null)
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    const anchor = event.target instanceof Element ? event.target.closest('a') : null
    const reference = anchor && referenceOf(anchor.href, location.origin)
    if (!reference) return
    event.preventDefault()
    setOpened(reference)
  }
  return (
    <>
      <div onClick={open} className="references">
        <CommentText json={json} className={className} />
      </div>
      {opened ? <ReferenceDialog reference={opened} onClose={() => setOpened(null)} /> : null}
    </>
  )
}
