'use client'

import { Search } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useShortcuts } from '@/components/reader/use-shortcuts'
import { Kbd } from '@/components/ui/small'
import { focusField } from './focus'

/** The way to search, from everywhere; the slash key takes it too. */
export function SearchLink({ href }: { href: string }) {
  const router = useRouter()
  useShortcuts({ '/': () => focusField() || router.push(href) })
  return (
    <Link
      href={href}
      prefetch={false}
      aria-label="Search"
      aria-keyshortcuts="/"
      title="Search"
      className="text-ink-soft hover:bg-sunken hover:text-ink lg:border-line-mid flex h-8 shrink-0 items-center gap-2 rounded-md px-2 lg:border lg:pr-1.5"
    >
      <Search size={16} aria-hidden />
      <span aria-hidden className="hidden pr-6 text-sm lg:inline">
        Search
      </span>
      <span aria-hidden className="hidden lg:inline">
        <Kbd>/</Kbd>
      </span>
    </Link>
  )
}
