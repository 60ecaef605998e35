'use client'

import Link from 'next/link'
import { useEffect, useRef } from 'react'

export type Crumb = { name: string; href: string }

/** The pages of one workspace or project; `current` is the address of the one that is shown. */
export type Pages = { label: string; items: readonly Crumb[]; current: string }

export function SubNav({ label, items, current }: Pages) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => showCurrent(list.current), [current])
  return (
    <nav aria-label={label} className="px-2 sm:px-3">
      <ul ref={list} className="relative -mb-px flex gap-1 overflow-x-auto">
        {items.map(({ name, href }) => (
          <li key={href} className="shrink-0">
            <Link
              href={href}
              {...(href === current && { 'aria-current': 'page' })}
              className="text-ink-soft hover:text-ink aria-[current]:border-accent aria-[current]:text-ink block border-b-2 border-transparent px-2 pt-1 pb-2 -outline-offset-2 aria-[current]:font-medium forced-colors:border-[Canvas] forced-colors:aria-[current]:border-[Highlight]"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Scrolls the list alone, where it is too long for the window: the page itself may be at an anchor. */
function showCurrent(list: HTMLElement | null): void {
  const shown = list?.querySelector<HTMLElement>('[aria-current]')?.parentElement
  if (list && shown) list.scrollLeft = shown.offsetLeft - (list.clientWidth - shown.offsetWidth) / 2
}
