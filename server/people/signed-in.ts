/**
 * Who showed who they are, and how: the hash that their password was checked against, or the linked account that an
 * issuer vouched for. A session opens only while that still holds. `coded` once a second factor was given as well.
 */
export type SignedIn = {
  id: string
  name: string
  verified?: string | null
  accountId?: string | null
  coded?: boolean
}
