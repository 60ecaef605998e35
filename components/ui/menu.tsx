'use client'

import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'

/** A menu that opens from a button. `trigger` must be a single element that takes a ref and props. */
export function Menu({ trigger, children }: { trigger: ReactNode; children: ReactNode }) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          className="border-line bg-surface text-ink shadow-raised z-40 min-w-44 rounded-lg border p-1"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

const ITEM =
  'flex w-full cursor-pointer items-center gap-2 rounded px-2.5 py-1.5 text-left outline-none data-[highlighted]:bg-accent-wash data-[disabled]:opacity-50'

export function MenuItem(props: { onSelect: () => void; danger?: boolean; disabled?: boolean; children: ReactNode }) {
  return (
    <DropdownMenu.Item
      className={`${ITEM} ${props.danger ? 'text-danger' : ''}`}
      onSelect={props.onSelect}
      disabled={props.disabled ?? false}
    >
      {props.children}
    </DropdownMenu.Item>
  )
}

export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <DropdownMenu.Item asChild>
      <a href={href} className={ITEM}>
        {children}
      </a>
    </DropdownMenu.Item>
  )
}

export const MenuSeparator = () => <DropdownMenu.Separator className="bg-line my-1 h-px" />
