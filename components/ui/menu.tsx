'use client'

import Link from 'next/link'
import {
  cloneElement,
  useEffect,
  useId,
  useRef,
  type ButtonHTMLAttributes,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  type Ref,
  type ToggleEvent,
} from 'react'
import { place } from './place'

type Trigger = ButtonHTMLAttributes<HTMLButtonElement> & { ref?: Ref<HTMLButtonElement> }

/**
 * A menu that opens from a button, on the browser's own popover: it lies above everything, closes by Escape or a click
 * elsewhere, and gives the focus back. Arrows, Home, End and first letters move in it. `trigger` is a single button.
 */
export function Menu({ trigger, children }: { trigger: ReactElement<Trigger>; children: ReactNode }) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Only now can it work: until the page's script runs, the browser would open it where nobody placed it.
    if (button.current) button.current.popoverTargetElement = menu.current
  }, [])
  const onBeforeToggle = ({ newState }: ToggleEvent) => {
    button.current?.setAttribute('aria-expanded', String(newState === 'open'))
    if (newState === 'open') requestAnimationFrame(() => show(button.current, menu.current))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    menu.current?.showPopover()
  }
  return (
    <>
      {cloneElement(trigger, {
        ref: button,
        'aria-haspopup': 'menu',
        'aria-expanded': false,
        'aria-controls': id,
        onKeyDown,
      })}
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        onBeforeToggle={onBeforeToggle}
        onKeyDown={moveFocus}
        className="border-line-mid bg-surface text-ink shadow-raised fixed inset-auto m-0 max-h-[80dvh] min-w-44 overflow-y-auto rounded-lg border p-1"
      >
        {children}
      </div>
    </>
  )
}

const ITEM =
  'flex w-full cursor-pointer items-center gap-2 rounded px-2.5 py-1.5 text-left -outline-offset-2 hover:bg-accent-wash focus:bg-accent-wash aria-disabled:cursor-default aria-disabled:opacity-50'

export function MenuItem(props: { onSelect: () => void; danger?: boolean; disabled?: boolean; children: ReactNode }) {
  const choose = (event: MouseEvent<HTMLElement>) => {
    if (props.disabled) return
    close(event)
    props.onSelect()
  }
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      aria-disabled={props.disabled ?? false}
      className={`${ITEM} ${props.danger ? 'text-danger' : ''}`}
      onClick={choose}
    >
      {props.children}
    </button>
  )
}

/** Leads to a page of ours, or downloads what the API answers. */
export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  const Anchor = href.startsWith('/api/') ? 'a' : Link
  return (
    <Anchor href={href} role="menuitem" tabIndex={-1} className={ITEM} onClick={close}>
      {children}
    </Anchor>
  )
}

export const MenuSeparator = () => <div role="separator" className="bg-line my-1 h-px" />

function close(event: MouseEvent<HTMLElement>): void {
  event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()
}

/** Puts the open menu at its button, first item focused. A page that scrolls away under it closes it. */
function show(button: HTMLElement | null, menu: HTMLElement | null): void {
  if (!button || !menu?.matches(':popover-open')) return
  place(menu, button.getBoundingClientRect(), 'end')
  itemsOf(menu)[0]?.focus({ preventScroll: true })
  const hide = (event: Event) => event.target !== menu && menu.hidePopover()
  const watched = new AbortController()
  menu.addEventListener('toggle', () => watched.abort(), { once: true })
  addEventListener('scroll', hide, { capture: true, signal: watched.signal })
  addEventListener('resize', hide, { signal: watched.signal })
}

const itemsOf = (menu: Element): HTMLElement[] => [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')]

const STEPS: Readonly<Record<string, (at: number, length: number) => number>> = {
  ArrowDown: (at, length) => (at + 1) % length,
  ArrowUp: (at, length) => (at + length - 1) % length,
  Home: () => 0,
  End: (_at, length) => length - 1,
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  event.stopPropagation()
  const items = itemsOf(event.currentTarget)
  const at = items.findIndex((item) => item === document.activeElement)
  const step = STEPS[event.key]
  if (step) {
    event.preventDefault()
    items[step(at, items.length)]?.focus()
  } else if (event.key === 'Tab') event.currentTarget.hidePopover()
  else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey) {
    const rest = [...items.slice(at + 1), ...items.slice(0, at + 1)]
    rest.find((item) => item.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase()))?.focus()
  }
}
