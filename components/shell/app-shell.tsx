import Link from 'next/link'
import type { ReactNode } from 'react'
import { Mark } from './mark'
import { ThemeSwitch } from './theme-switch'
import { UserMenu } from './user-menu'

export type Crumb = { name: string; href: string }

/** The frame of a page for people who are signed in: where they are, and the way to everything that is theirs. */
export function AppShell({
  name,
  crumbs,
  children,
  wide,
}: {
  name: string
  crumbs: readonly Crumb[]
  children: ReactNode
  wide?: boolean
}) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="no-print border-line bg-surface sticky top-0 z-30 flex h-12 items-center gap-2 border-b px-3 sm:px-4">
        <Link href="/workspaces" aria-label="Assay: your workspaces" className="mr-1 rounded">
          <Mark />
        </Link>
        <nav aria-label="Where you are" className="min-w-0 flex-1">
          <ol className="flex min-w-0 items-center text-[14px]">
            {crumbs.map(({ name: crumb, href }, index) => (
              <li
                key={href}
                className={`flex min-w-0 items-center ${index < crumbs.length - 1 ? 'hidden shrink sm:flex' : 'max-w-full shrink-0'}`}
              >
                {index > 0 ? (
                  <span className="text-ink-faint mx-1.5 hidden sm:inline" aria-hidden>
                    /
                  </span>
                ) : null}
                <Link
                  href={href}
                  {...(index === crumbs.length - 1 && { 'aria-current': 'page' })}
                  className={`hover:bg-sunken truncate rounded px-1 py-0.5 ${index === crumbs.length - 1 ? 'max-w-[52vw] font-medium sm:max-w-[40ch]' : 'text-ink-soft max-w-[24ch]'}`}
                >
                  {crumb}
                </Link>
              </li>
            ))}
          </ol>
        </nav>
        <ThemeSwitch />
        <UserMenu name={name} />
      </header>
      <main
        id="main"
        className={wide ? 'flex min-h-0 flex-1 flex-col' : 'mx-auto w-full max-w-5xl flex-1 px-4 py-6 sm:px-6'}
      >
        {children}
      </main>
    </div>
  )
}

/** A page's title, a line about it, and what can be done here. */
export function PageHeader({ title, meta, actions }: { title: string; meta?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="mb-5 flex flex-wrap items-end justify-between gap-x-4 gap-y-3">
      <div className="min-w-0">
        <h1 className="text-2xl font-semibold tracking-tight text-balance">{title}</h1>
        {meta ? <div className="text-ink-soft mt-1">{meta}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </div>
  )
}

/** The pages of one workspace or project. */
export function SubNav({ label, items, current }: { label: string; items: readonly Crumb[]; current: string }) {
  return (
    <nav aria-label={label} className="border-line mb-6 border-b">
      <ul className="-mb-px flex gap-4 overflow-x-auto">
        {items.map(({ name, href }) => (
          <li key={href}>
            <Link
              href={href}
              {...(href === current && { 'aria-current': 'page' })}
              className={`block border-b-2 px-0.5 py-2 whitespace-nowrap ${href === current ? 'border-accent font-medium' : 'text-ink-soft hover:text-ink border-transparent'}`}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
