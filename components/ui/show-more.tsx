import Link from 'next/link'
import { buttonClass } from './button'

/** Leads to the same page with more of a list; null where all of it is shown. */
export function ShowMore({ href, children = 'Show more' }: { href: string | null; children?: string }) {
  if (href === null) return null
  return (
    <Link
      href={href}
      scroll={false}
      prefetch={false}
      className={buttonClass({ size: 'small' }, 'no-print justify-self-start')}
    >
      {children}
    </Link>
  )
}
