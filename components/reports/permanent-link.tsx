import type { ReactNode } from 'react'

/**
 * A link to a permanent address. On the screen it leads there under whatever name the reader reached this server, where
 * they are signed in; on paper the whole address stands beside it, unless it is `bare`. `home` is an address of this server.
 */
export function PermanentLink(props: {
  address: string
  home: string
  bare?: boolean
  className?: string
  children: ReactNode
}) {
  const { address, home, bare = false, className = 'link', children } = props
  return (
    <a href={hereOf(address, home)} className={className} {...(!bare && { 'data-address': address })}>
      {children}
    </a>
  )
}

/** Where an address leads from here: without the origin where it is that of `home`. */
export function hereOf(address: string, home: string): string {
  const { origin } = new URL(home)
  return address.startsWith(`${origin}/`) ? address.slice(origin.length) : address
}
