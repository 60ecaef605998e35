'use client'

import type { Editor } from '@tiptap/react'
import { useEffect, useId, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { Avatar } from '@/components/ui/small'
import { place } from '@/components/ui/place'
import { dismissMention } from './mention-extension'
import type { MentionStore, Offer } from './mention-store'

/**
 * Those who can be named, at the place where their name is typed. The focus stays in the editor, which becomes a combobox
 * for as long as there is something to choose.
 */
export function MentionList({ editor, store }: { editor: Editor; store: MentionStore }) {
  const id = useId()
  const offer = useSyncExternalStore(store.subscribe, store.get, () => null)
  const box = useRef<HTMLUListElement>(null)
  useCombobox(editor, id, offer)
  useLayoutEffect(() => {
    const list = box.current
    if (!list) return
    if (!offer) return list.hidePopover()
    list.showPopover()
    const put = () => {
      const rect = offer.rect()
      if (rect) place(list, rect)
    }
    put()
    list.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
    const watched = new AbortController()
    for (const event of ['scroll', 'resize']) addEventListener(event, put, { capture: true, signal: watched.signal })
    return () => watched.abort()
  }, [offer])
  useEffect(() => {
    const leave = () => dismissMention(editor.view)
    editor.on('blur', leave)
    return () => void editor.off('blur', leave)
  }, [editor])
  return (
    <>
      <ul
        ref={box}
        id={id}
        popover="manual"
        role="listbox"
        aria-label="People to mention"
        className="border-line-mid bg-surface text-ink shadow-raised fixed inset-auto m-0 max-h-56 w-64 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-lg border p-1"
      >
        {offer?.people.map((person, index) => (
          <li
            key={person.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === offer.at}
            className="aria-selected:bg-accent-wash hover:bg-accent-wash flex cursor-pointer items-center gap-2 rounded px-2 py-1 pointer-coarse:py-2"
            onPointerDown={(event) => {
              event.preventDefault()
              offer.take(person)
            }}
          >
            <Avatar name={person.name} />
            <span className="min-w-0 truncate">{person.name}</span>
          </li>
        ))}
        {offer?.people.length === 0 ? <li className="text-ink-faint px-2 py-1">Nobody of that name</li> : null}
      </ul>
      <p role="status" className="sr-only">
        {offer ? counted(offer.people.length) : ''}
      </p>
    </>
  )
}

const counted = (people: number) => (people === 1 ? '1 person to mention' : `${people || 'No'} people to mention`)

/** Says of the editor what it is while people are offered, and which of them is chosen. */
function useCombobox(editor: Editor, id: string, offer: Offer | null): void {
  const [open, at] = [(offer?.people.length ?? 0) > 0, offer?.at ?? 0]
  useEffect(() => {
    const field = editor.view.dom
    if (!open) return
    const said = { role: 'combobox', 'aria-expanded': 'true', 'aria-controls': id, 'aria-autocomplete': 'list' }
    for (const [name, value] of Object.entries(said)) field.setAttribute(name, value)
    field.removeAttribute('aria-multiline')
    return () => {
      for (const name of Object.keys(said)) field.removeAttribute(name)
      field.removeAttribute('aria-activedescendant')
      field.setAttribute('role', 'textbox')
      field.setAttribute('aria-multiline', 'true')
    }
  }, [editor, id, open])
  useEffect(() => {
    if (open) editor.view.dom.setAttribute('aria-activedescendant', `${id}-${at}`)
  }, [editor, id, open, at])
}
