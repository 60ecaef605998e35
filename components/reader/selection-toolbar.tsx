'use client'

import { CircleSlash, ListPlus, MessageSquarePlus, Quote, Scale, Swords, X, type LucideIcon } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Annotation } from '@/domain/annotations/annotation'
import type { Label } from '@/domain/projects/label'
import { VisibilitySwitch } from '@/components/annotations/visibility-switch'
import { IconButton } from '@/components/ui/button'
import { place } from '@/components/ui/place'
import { Dot, Kbd } from '@/components/ui/small'
import { useCoarse } from './use-media'
import type { Passage } from './selection'

/** As in domain/annotations/annotation.ts, which would bring its checks along. */
const MOST_CHARACTERS = 50_000

export type SelectionToolbarProps = {
  passage: Passage
  labels: readonly Label[]
  visibility: Annotation['visibility']
  onVisibility: (visibility: Annotation['visibility']) => void
  onLabel: (labelId: string) => void
  onComment: () => void
  onClaim: () => void
  onCollect: () => void
  onConflict: () => void
  onCite: () => void
  onNothing: () => void
  onClose: () => void
}

/** What can be done with the selected passage: beside it for a mouse, at the foot of the screen for a finger. */
export function SelectionToolbar(props: SelectionToolbarProps) {
  const { passage, labels, onLabel, onComment } = props
  const box = useRef<HTMLDivElement>(null)
  const coarse = useCoarse()
  useEffect(() => {
    if (coarse) return
    const move = () => {
      const range = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0) : undefined
      const rects = range ? [...range.getClientRects()].filter(({ width }) => width > 0) : []
      const last = rects.at(-1)
      if (box.current && last) place(box.current, last, 'centre')
    }
    move()
    addEventListener('scroll', move, { passive: true })
    return () => removeEventListener('scroll', move)
  }, [coarse, passage])
  const long = passage.exact.length > MOST_CHARACTERS
  return (
    <div
      ref={box}
      role="toolbar"
      aria-label="Annotate the selection"
      // A press here must not let go of the selection.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      className={`no-print border-line-mid bg-surface shadow-raised fixed z-40 flex items-start gap-0.5 border p-1 ${coarse ? 'inset-x-0 bottom-0 rounded-t-xl pb-[max(0.25rem,env(safe-area-inset-bottom))]' : 'w-max max-w-[min(42rem,calc(100vw-1rem))] rounded-lg'}`}
    >
      {long ? (
        <p className="text-danger px-2 py-1">Please mark a shorter passage: 50,000 characters at most.</p>
      ) : (
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-center gap-0.5">
            {labels
              .filter(({ retired }) => !retired)
              .map((label) => (
                <Choice key={label.id} label={label} onClick={() => onLabel(label.id)} />
              ))}
          </div>
          <div className="border-line mt-1 flex flex-wrap items-center gap-0.5 border-t pt-1">
            <Tool name="Comment" icon={MessageSquarePlus} shortcut="C" onClick={onComment} />
            <VisibilitySwitch value={props.visibility} onChange={props.onVisibility} />
            <span aria-hidden className="bg-line mx-1 h-5 w-px" />
            <Tool name="Claim" icon={Scale} shortcut="A" onClick={props.onClaim} />
            <Tool name="Collect" icon={ListPlus} shortcut="⇧A" keys="Shift+A" onClick={props.onCollect} />
            <Tool name="Conflict" icon={Swords} shortcut="X" onClick={props.onConflict} />
            <Tool name="Cite" icon={Quote} shortcut="V" onClick={props.onCite} />
            <Tool name="Nothing to check" icon={CircleSlash} shortcut="N" onClick={props.onNothing} />
          </div>
        </div>
      )}
      {coarse ? (
        <IconButton label="Let go of the selection" onClick={props.onClose} className="ml-auto">
          <X size={16} aria-hidden />
        </IconButton>
      ) : null}
    </div>
  )
}

function Tool(props: { name: string; icon: LucideIcon; shortcut: string; keys?: string; onClick: () => void }) {
  const { name, icon: Icon, shortcut, keys = shortcut.toLowerCase(), onClick } = props
  return (
    <button type="button" onClick={onClick} className={CHOICE} aria-keyshortcuts={keys}>
      <Icon size={15} aria-hidden />
      {name}
      <Shortcut>{shortcut}</Shortcut>
    </button>
  )
}

const CHOICE =
  'hover:bg-sunken inline-flex h-7 shrink-0 items-center gap-1.5 rounded px-2 text-xs font-medium pointer-coarse:h-10'

function Choice({ label: { name, color, shortcut, description }, onClick }: { label: Label; onClick: () => void }) {
  return (
    <button
      type="button"
      data-color={color}
      title={description}
      onClick={onClick}
      className={CHOICE}
      {...(shortcut !== null && { 'aria-keyshortcuts': String(shortcut) })}
    >
      <Dot color={color} />
      <span className="max-w-28 truncate">{name}</span>
      {shortcut === null ? null : <Shortcut>{shortcut}</Shortcut>}
    </button>
  )
}

const Shortcut = ({ children }: { children: React.ReactNode }) => (
  <span className="pointer-coarse:hidden" aria-hidden>
    <Kbd>{children}</Kbd>
  </span>
)
