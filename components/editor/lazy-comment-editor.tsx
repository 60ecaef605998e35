'use client'

import { useEffect, useRef, useState, type ComponentType, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { ContentNode } from '@/domain/documents/content'
import { plainText } from '@/content/plain'
import type { CommentEditorProps } from './comment-editor'

type Editor = ComponentType<CommentEditorProps>
type Focus = NonNullable<CommentEditorProps['autoFocus']>

/** The editor, once it was needed somewhere. */
let loaded: Editor | null = null

/**
 * The editor, loaded when it is first needed. Until it is here a plain field takes what is typed; the one gives way to the
 * other in a single step, with the focus and with what is selected, so that no letter falls between them, or into what it
 * was to replace. A browser that can't load it keeps the plain field.
 */
export function LazyCommentEditor(props: CommentEditorProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const [focus, setFocus] = useState<Focus>(props.autoFocus ?? false)
  const field = useRef<HTMLTextAreaElement>(null)
  const [Editor, setEditor] = useState<Editor | null>(() => loaded)
  useEffect(() => {
    if (loaded) return
    let current = true
    import('./comment-editor').then(
      ({ CommentEditor }) => {
        loaded = CommentEditor
        if (!current) return
        flushSync(() => {
          setFocus(focusOf(field.current))
          setEditor(() => CommentEditor)
        })
      },
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [])
  return Editor ? (
    <Editor {...props} value={typed === null ? props.value : paragraphs(typed)} autoFocus={focus} />
  ) : (
    <Meanwhile {...props} field={field} onTyped={setTyped} />
  )
}

/** The plain field. It does not scroll when it is focused: where it stands is not settled yet. */
function Meanwhile(
  props: CommentEditorProps & { field: RefObject<HTMLTextAreaElement | null>; onTyped: (text: string) => void },
) {
  const { autoFocus, field } = props
  useEffect(() => {
    if (autoFocus) field.current?.focus({ preventScroll: true })
  }, [autoFocus, field])
  return (
    <textarea
      ref={field}
      aria-label={props.label}
      placeholder={props.placeholder}
      defaultValue={props.value ? plainText(props.value) : ''}
      rows={4}
      className="border-line-strong bg-surface w-full rounded-md border px-3 py-2"
      onChange={({ target: { value } }) => {
        props.onTyped(value)
        props.onChange(paragraphs(value), value.trim() === '')
      }}
    />
  )
}

/** Where the focus goes on from a field that has it: into all of its text, if all is selected. */
function focusOf(field: HTMLTextAreaElement | null): Focus {
  if (!field || document.activeElement !== field) return false
  const { selectionStart, selectionEnd, value } = field
  return value !== '' && selectionStart === 0 && selectionEnd === value.length ? 'all' : true
}

function paragraphs(text: string): ContentNode {
  const content = text
    .split('\n')
    .map((line) => ({ type: 'paragraph', ...(line && { content: [{ type: 'text', text: line }] }) }))
  return { type: 'doc', content }
}
