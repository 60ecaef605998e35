'use client'

import type { ContentNode } from '@/domain/documents/content'
import { LazyCommentEditor } from '@/components/editor/lazy-comment-editor'
import { useDesk } from '@/components/threads/desk'
import { Untold, UNTOLD } from '@/components/threads/untold'
import { usePeople } from '@/components/threads/use-people'
import { Button } from '@/components/ui/button'
import { LabelPicker } from './label-picker'
import { TagInput } from './tag-input'
import type { NewAnnotation } from './use-pending'
import { VisibilitySwitch } from './visibility-switch'

/** An annotation that is being written; kept in this browser at every stroke. */
export type Composed = Omit<NewAnnotation, 'note'> & { json: ContentNode | null; empty: boolean }

/** Where an annotation with words is written: what is said, its label, tags, and who will see it. */
export function Composer(props: {
  value: Composed
  onChange: (value: Composed) => void
  onSave: () => void
  onDiscard: () => void
}) {
  const { value, onChange, onSave, onDiscard } = props
  const { labels } = useDesk()
  const people = usePeople()
  const change = (part: Partial<Composed>) => onChange({ ...value, ...part })
  return (
    <section
      aria-label="New annotation"
      className="border-accent bg-surface shadow-raised grid gap-2.5 rounded-lg border p-3"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSave()
      }}
    >
      <blockquote className="text-ink-soft border-line-strong line-clamp-2 border-l-2 pl-2 font-serif text-sm wrap-anywhere">
        {value.exact}
      </blockquote>
      <LazyCommentEditor
        key={value.id}
        label="Comment"
        placeholder="What is there to say about it?"
        value={value.json}
        autoFocus
        people={people}
        onChange={(json, empty) => change({ json, empty })}
        onSubmit={onSave}
        onCancel={() => value.empty && onDiscard()}
      />
      <Untold json={value.json} why={value.visibility === 'private' ? UNTOLD.private : undefined} />
      <LabelPicker labels={labels} value={value.labelId} onChange={(labelId) => change({ labelId })} />
      <TagInput value={value.tags} onChange={(tags) => change({ tags })} />
      <div className="flex items-center justify-between gap-2">
        <VisibilitySwitch value={value.visibility} onChange={(visibility) => change({ visibility })} />
        <span className="flex gap-2">
          <Button size="small" variant="quiet" onClick={onDiscard}>
            Discard
          </Button>
          <Button size="small" variant="primary" title="Ctrl+Enter" onClick={onSave}>
            Save
          </Button>
        </span>
      </div>
    </section>
  )
}
