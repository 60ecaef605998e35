'use client'

import { useEffect, useRef, useState, type ComponentType } from 'react'
import type { ContentNode } from '@/domain/documents/content'
import { plainText } from '@/content/plain'
import type { CommentEditorProps } from './comment-editor'

type Editor = ComponentType<CommentEditorProps>

/** The editor, once it was needed somewhere. */
let loaded: Editor | null = null

/**
 * The editor, loaded when it is first needed. Until it is here a plain field takes what is typed; the one gives way to the
 * other in a single step, and the focus with it, so that no letter falls between them. A browser that can't load it keeps
 * the plain field.
 */
export function LazyCommentEditor(props: CommentEditorProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const [focused, setFocused] = useState(false)
  const [Editor, setEditor] = useState<Editor | null>(() => loaded)
  useEffect(() => {
    if (loaded) return
    let current = true
    import('./comment-editor').then(
      ({ CommentEditor }) => {
        loaded = CommentEditor
        if (current) setEditor(() => CommentEditor)
      },
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [])
  return Editor ? (
    <Editor
      {...props}
      value={typed === null ? props.value : paragraphs(typed)}
      autoFocus={focused || (props.autoFocus ?? false)}
    />
  ) : (
    <Meanwhile {...props} onTyped={setTyped} onFocused={setFocused} />
  )
}

/** The plain field. It does not scroll when it is focused: where it stands is not settled yet. */
function Meanwhile(
  props: CommentEditorProps & { onTyped: (text: string) => void; onFocused: (focused: boolean) => void },
) {
  const field = useRef<HTMLTextAreaElement>(null)
  const { autoFocus } = props
  useEffect(() => {
    if (autoFocus) field.current?.focus({ preventScroll: true })
  }, [autoFocus])
  return (
    <textarea
      ref={field}
      aria-label={props.label}
      placeholder={props.placeholder}
      defaultValue={props.value ? plainText(props.value) : ''}
      rows={4}
      className="border-line-strong bg-surface w-full rounded-md border px-3 py-2"
      onFocus={() => props.onFocused(true)}
      onBlur={() => props.onFocused(false)}
      onChange={({ target: { value } }) => {
        props.onTyped(value)
        props.onChange(paragraphs(value), value.trim() === '')
      }}
    />
  )
}

function paragraphs(text: string): ContentNode {
  const content = text
    .split('\n')
    .map((line) => ({ type: 'paragraph', ...(line && { content: [{ type: 'text', text: line }] }) }))
  return { type: 'doc', content }
}
