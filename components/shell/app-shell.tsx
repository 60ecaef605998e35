import { ChevronLeft } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Bell } from '@/components/notifications/bell'
import { PaletteKey } from '@/components/palette/palette-key'
import { SearchLink } from '@/components/search/search-link'
import { Mark } from './mark'
import { SubNav, type Crumb, type Pages } from './sub-nav'
import { ThemeSwitch } from './theme-switch'
import { UserMenu } from './user-menu'

/**
 * The frame of a page for people who are signed in: where they are, the pages beside this one, and the way to everything
 * that is theirs. `crumbs` lead from the workspace to this page; a narrow screen shows the last one, and a way back to the
 * one before. A `wide` page gets the whole window and scrolls as it likes. None of the links here is fetched ahead: the
 * server would make three pages that hardly anyone goes to while this one waits for its data.
 */
export function AppShell(props: {
  name: string
  crumbs: readonly Crumb[]
  nav?: Pages
  /** Pages that belong to this one and are found by Ctrl-K, where no navigation shows them. */
  places?: readonly Crumb[]
  wide?: boolean
  children: ReactNode
}) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="no-print border-line bg-surface sticky top-0 z-30 border-b">
        <div className="flex h-12 items-center gap-1 px-3 sm:px-4">
          <Link
            href="/workspaces"
            prefetch={false}
            aria-label="Assay: your workspaces"
            className="flex items-center gap-2 rounded-md"
          >
            <Mark />
            <span className="hidden font-serif text-lg font-semibold tracking-tight md:inline">Assay</span>
          </Link>
          <Breadcrumbs crumbs={props.crumbs} />
          <Bell />
          <SearchLink href={searchFrom(props.crumbs)} />
          <ThemeSwitch />
          <UserMenu name={props.name} />
          <PaletteKey places={[...props.crumbs, ...(props.nav?.items ?? []), ...(props.places ?? [])]} />
        </div>
        {props.nav ? <SubNav {...props.nav} /> : null}
      </header>
      <main
        id="main"
        tabIndex={-1}
        // What no browser breaks (a sign with hundreds of marks on it) is cut at the edge, and pushes nothing.
        className={`overflow-x-clip outline-none ${props.wide ? 'flex min-h-0 flex-1 flex-col' : 'mx-auto w-full max-w-5xl flex-1 px-4 py-7 sm:px-6'}`}
      >
        {props.children}
      </main>
    </div>
  )
}

/** Search begins where one is: in the project of a page, or else in its workspace. */
function searchFrom(crumbs: readonly Crumb[]): string {
  const [, kind, id] =
    crumbs.flatMap(({ href }) => [/^\/([pw])\/([\w-]+)/.exec(href) ?? []]).findLast(([all]) => all) ?? []
  return kind ? `/search?${kind === 'p' ? 'project' : 'workspace'}=${id}` : '/search'
}

/** A page's title, a line about it, and what can be done here. */
export function PageHeader({ title, meta, actions }: { title: string; meta?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="mb-6 flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
      <div className="min-w-0">
        <h1 className="font-serif text-2xl leading-tight font-semibold tracking-tight text-balance wrap-anywhere">
          {title}
        </h1>
        {meta ? <div className="text-ink-soft mt-1.5">{meta}</div> : null}
      </div>
      {actions ? (
        <div data-actions className="flex flex-wrap items-center gap-2">
          {actions}
        </div>
      ) : null}
    </div>
  )
}

function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const above = crumbs.at(-2)
  return (
    <>
      {above ? (
        <Link
          href={above.href}
          prefetch={false}
          aria-label={`Back to ${above.name}`}
          className="text-ink-soft hover:bg-sunken flex size-8 shrink-0 items-center justify-center rounded-md sm:hidden"
        >
          <ChevronLeft size={18} aria-hidden />
        </Link>
      ) : null}
      <nav aria-label="Where you are" className="min-w-0 flex-1 sm:ml-2">
        <ol className="flex min-w-0 items-center">
          {crumbs.map((crumb, index) => (
            <BreadCrumb key={crumb.href} crumb={crumb} last={index === crumbs.length - 1} />
          ))}
        </ol>
      </nav>
    </>
  )
}

/** One step of the way. The last one gives way only when those before it have. */
function BreadCrumb({ crumb: { name, href }, last }: { crumb: Crumb; last: boolean }) {
  return (
    <li
      className={`before:text-line-strong min-w-0 items-center sm:before:mx-1 sm:before:content-['/'] ${last ? 'flex shrink' : 'hidden shrink-3 sm:flex'}`}
    >
      <Link
        href={href}
        prefetch={false}
        {...(last && { 'aria-current': 'page' })}
        className={`hover:bg-sunken truncate rounded px-1.5 py-0.5 ${last ? 'font-medium' : 'text-ink-soft'}`}
      >
        {name}
      </Link>
    </li>
  )
}
