'use client'

import { Command } from 'cmdk'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

/** What is of one kind, under its name. */
export function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:text-ink-faint [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium"
    >
      {children}
    </Command.Group>
  )
}

type ItemProps = { value: string; icon: LucideIcon; onSelect: () => void; children: ReactNode }

/** One that can be chosen: `value` has the words that it is found by. */
export function Item({ value, icon: Icon, onSelect, children }: ItemProps) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="data-[selected=true]:bg-accent-wash flex min-h-10 cursor-pointer items-center gap-2.5 rounded-md px-2 py-1.5 forced-colors:data-[selected=true]:outline"
    >
      <Icon size={16} aria-hidden className="text-ink-faint shrink-0" />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </Command.Item>
  )
}
