'use client'

import type { Editor } from '@tiptap/react'
import { useState, type KeyboardEvent } from 'react'
import { isSafeLink } from '@/content/link'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'

/** Asks where the selected words lead; without selected words the address itself is written. */
export function LinkField({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [address, setAddress] = useState('')
  const [error, setError] = useState('')
  const close = () => {
    onClose()
    editor.commands.focus()
  }
  const set = () => {
    const typed = address.trim()
    const href = isSafeLink(typed) ? typed : `https://${typed}`
    if (typed === '' || !isSafeLink(href)) {
      setError('Please give an address that begins with https://, http:// or mailto:.')
      return
    }
    if (editor.state.selection.empty) {
      const text = { type: 'text', text: typed, marks: [{ type: 'link', attrs: { href } }] }
      editor.chain().focus().insertContent(text).run()
    } else editor.chain().focus().setLink({ href }).run()
    onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Enter') set()
    else close()
  }
  return (
    <div className="border-line flex items-start gap-1.5 border-t p-1.5">
      <div className="min-w-0 flex-1">
        <TextField
          label="Address of the link"
          hideLabel
          type="url"
          autoFocus
          placeholder="https://…"
          value={address}
          error={error}
          onChange={(event) => setAddress(event.target.value)}
          onKeyDown={onKeyDown}
          className="h-7! px-2!"
        />
      </div>
      <Button size="small" onClick={set}>
        Set link
      </Button>
    </div>
  )
}
