'use client'

import { Lock, Users } from 'lucide-react'
import type { Annotation } from '@/domain/annotations/annotation'

type Visibility = Annotation['visibility']

const SHOWN = {
  team: { icon: Users, name: 'Team', title: 'Everyone in the workspace will see it. Press P to keep it to yourself.' },
  private: { icon: Lock, name: 'Private', title: 'Only you will see it; you can share it later. Press P to share it.' },
} as const

/** Who will see what is made: the team, or its author alone. */
export function VisibilitySwitch({ value, onChange }: { value: Visibility; onChange: (value: Visibility) => void }) {
  const { icon: Icon, name, title } = SHOWN[value]
  return (
    <button
      type="button"
      title={title}
      aria-label={`Visible to: ${name}`}
      onClick={() => onChange(value === 'team' ? 'private' : 'team')}
      className="text-ink-soft hover:bg-sunken inline-flex h-7 shrink-0 items-center gap-1 rounded px-2 text-xs pointer-coarse:h-10"
    >
      <Icon size={14} aria-hidden />
      {name}
    </button>
  )
}

const KEPT_AS = 'assay:visibility'

/** The visibility that this person chose last in this browser. */
export function rememberedVisibility(): Visibility {
  return typeof localStorage !== 'undefined' && localStorage.getItem(KEPT_AS) === 'private' ? 'private' : 'team'
}

export const rememberVisibility = (value: Visibility): void => localStorage.setItem(KEPT_AS, value)
