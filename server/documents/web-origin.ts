import type { Meta } from '@/content/import/source'

/** Where and when a file was read on the web: the address that was asked for, and the one that answered in the end. */
export type WebOrigin = {
  askedFor: string
  address: string
  charset: string | null
  retrievedAt: Date
  /** Whether it may be in the project already. */
  again: boolean
}

/** Names that sites put before their own for other devices. */
const FRONT = /^(?:www|m|mobile|amp)\./

/**
 * What is kept of a document's origin: what the file says of itself, and where it was read. A page may give itself another
 * address of its own site, but not one of somebody else's: that would let any page pass for any other.
 */
export function detailsOf({ address: own, ...said }: Meta, web: WebOrigin | undefined) {
  if (!web) return { columns: { ...said, ...(own && { address: own }) }, notes: [] }
  const site = new URL(web.address).hostname.replace(FRONT, '')
  const related = own === undefined || new URL(own).hostname.replace(FRONT, '') === site
  const columns = {
    ...{ source: site, ...said },
    address: related && own ? own : web.address,
    retrievedAt: web.retrievedAt,
  }
  return { columns, notes: related ? [] : [`The page gives itself an address of another site: ${shown(own ?? '')}`] }
}

const LONGEST = 200

const shown = (address: string) => (address.length > LONGEST ? `${address.slice(0, LONGEST)}…` : address)
