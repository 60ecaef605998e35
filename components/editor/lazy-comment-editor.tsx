'use client'

import { lazy, Suspense, useState } from 'react'
import type { ContentNode } from '@/domain/documents/content'
import type { CommentEditorProps } from './comment-editor'

const CommentEditor = lazy(() => import('./comment-editor').then((module) => ({ default: module.CommentEditor })))

/** The editor, loaded when it is first needed. What is typed until it is here goes on in it. */
export function LazyCommentEditor(props: CommentEditorProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const fallback = (
    <textarea
      aria-label={props.label}
      placeholder={props.placeholder}
      autoFocus={props.autoFocus}
      rows={4}
      className="border-line-strong bg-surface w-full rounded-md border px-3 py-2"
      onChange={(event) => {
        setTyped(event.target.value)
        props.onChange(paragraphs(event.target.value), event.target.value.trim() === '')
      }}
    />
  )
  return (
    <Suspense fallback={fallback}>
      <CommentEditor {...props} value={typed === null ? props.value : paragraphs(typed)} />
    </Suspense>
  )
}

function paragraphs(text: string): ContentNode {
  const content = text
    .split('\n')
    .map((line) => ({ type: 'paragraph', ...(line && { content: [{ type: 'text', text: line }] }) }))
  return { type: 'doc', content }
}
