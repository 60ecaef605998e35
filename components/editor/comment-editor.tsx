'use client'

import { Placeholder } from '@tiptap/extensions'
import { EditorContent, useEditor, useEditorState, type Editor } from '@tiptap/react'
import { BookMarked, Bold, Code, Italic, Link as LinkIcon, List, ListOrdered, Quote } from 'lucide-react'
import { useLayoutEffect, useState, type KeyboardEvent } from 'react'
import { proseExtensions } from '@/content/comment-extensions'
import type { ContentNode } from '@/domain/documents/content'
import { LinkField } from './link-field'
import { dismissMention, mentioning } from './mention-extension'
import { MentionList } from './mention-list'
import { mentionStore, type FindPeople } from './mention-store'

export type CommentEditorProps = {
  label: string
  placeholder?: string
  /** What stands in it at first; later changes of it are not taken over. */
  value: ContentNode | null
  onChange: (json: ContentNode, empty: boolean) => void
  onSubmit: () => void
  onCancel?: () => void
  /** Whether it has the focus from the start, at its end, or with all of it selected. */
  autoFocus?: boolean | 'all'
  /** Finds those who can be named in it; left out where nobody can. */
  people?: FindPeople | undefined
  /** Asks what the text is to refer to; `insert` then puts a link to it where one writes. */
  onReference?: (insert: (words: string, href: string) => void) => void
}

const TOOLS = [
  { name: 'Bold', mark: 'bold', icon: Bold, run: (editor: Editor) => editor.chain().focus().toggleBold().run() },
  {
    name: 'Italic',
    mark: 'italic',
    icon: Italic,
    run: (editor: Editor) => editor.chain().focus().toggleItalic().run(),
  },
  { name: 'Code', mark: 'code', icon: Code, run: (editor: Editor) => editor.chain().focus().toggleCode().run() },
  {
    name: 'List',
    mark: 'bulletList',
    icon: List,
    run: (editor: Editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: 'Numbered list',
    mark: 'orderedList',
    icon: ListOrdered,
    run: (editor: Editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    name: 'Quote',
    mark: 'blockquote',
    icon: Quote,
    run: (editor: Editor) => editor.chain().focus().toggleBlockquote().run(),
  },
] as const

/** Where comments are written. Ctrl- or ⌘-Enter submits, Escape goes back. */
export function CommentEditor(props: CommentEditorProps) {
  const { label, value, onChange, onSubmit, onCancel, people } = props
  const [store] = useState(mentionStore)
  const editor = useEditor({
    extensions: [
      ...proseExtensions,
      ...(people ? [mentioning(people, store)] : []),
      Placeholder.configure({ placeholder: props.placeholder ?? '' }),
    ],
    content: value,
    immediatelyRender: true,
    injectCSS: false,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        class: 'prose min-h-16 max-h-72 overflow-y-auto px-3 py-2 outline-none',
      },
    },
    onUpdate: ({ editor: now }) => onChange(now.getJSON() as ContentNode, now.isEmpty),
  })
  const { autoFocus } = props
  useLayoutEffect(() => {
    if (!autoFocus) return
    // In the same step in which it appears; the command would wait for a frame, and scroll.
    if (autoFocus === 'all') editor.commands.selectAll()
    else editor.commands.setTextSelection(editor.state.doc.content.size)
    editor.view.focus()
  }, [editor, autoFocus])
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      event.stopPropagation()
      onSubmit()
    } else if (event.key === 'Escape' && store.get()) {
      event.preventDefault()
      event.stopPropagation()
      dismissMention(editor.view)
    } else if (event.key === 'Escape' && onCancel) {
      event.stopPropagation()
      onCancel()
    }
  }
  return (
    <div className="border-line-strong bg-surface focus-within:outline-accent rounded-md border focus-within:outline-2">
      <div onKeyDownCapture={onKeyDownCapture}>
        <EditorContent editor={editor} />
      </div>
      {people ? <MentionList editor={editor} store={store} /> : null}
      <Tools editor={editor} onReference={props.onReference} />
    </div>
  )
}

type ToolsProps = { editor: Editor; onReference: CommentEditorProps['onReference'] | undefined }

function Tools({ editor, onReference }: ToolsProps) {
  const [linking, setLinking] = useState(false)
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) => [...TOOLS.map(({ mark }) => now.isActive(mark)), now.isActive('link')],
  })
  return (
    <>
      {linking ? <LinkField editor={editor} onClose={() => setLinking(false)} /> : null}
      <div role="toolbar" aria-label="Format" className="border-line flex flex-wrap border-t px-1 py-0.5">
        {TOOLS.map(({ name, icon, run }, index) => (
          <Tool key={name} name={name} icon={icon} pressed={active[index] ?? false} onClick={() => run(editor)} />
        ))}
        <Tool
          name="Link"
          icon={LinkIcon}
          pressed={active[TOOLS.length] ?? false}
          onClick={() => {
            if (editor.isActive('link')) editor.chain().focus().extendMarkRange('link').unsetLink().run()
            else setLinking(true)
          }}
        />
        {onReference ? (
          <Tool
            name="Reference"
            icon={BookMarked}
            pressed={false}
            onClick={() => onReference((words, href) => refer(editor, words, href))}
          />
        ) : null}
      </div>
    </>
  )
}

/** The words of a link, and a space after it that is no part of it. The editor's own search for links would cut them. */
function refer(editor: Editor, text: string, href: string): void {
  const words = { type: 'text', text, marks: [{ type: 'link', attrs: { href } }] }
  editor
    .chain()
    .focus()
    .insertContent([words, { type: 'text', text: ' ' }])
    .setMeta('preventAutolink', true)
    .run()
}

function Tool(props: { name: string; icon: typeof Bold; pressed: boolean; onClick: () => void }) {
  const Icon = props.icon
  return (
    <button
      type="button"
      aria-label={props.name}
      title={props.name}
      aria-pressed={props.pressed}
      onMouseDown={(event) => event.preventDefault()}
      onClick={props.onClick}
      className="text-ink-faint hover:bg-sunken hover:text-ink aria-pressed:bg-accent-wash aria-pressed:text-accent flex size-7 items-center justify-center rounded pointer-coarse:size-9"
    >
      <Icon size={15} aria-hidden />
    </button>
  )
}
