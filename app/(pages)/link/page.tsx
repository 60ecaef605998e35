import type { Metadata } from 'next'
import { OpenLink } from '@/components/people/open-link'

export const metadata: Metadata = { title: 'A link' }

/** Where links with a secret lead (see `linkTo`): the secret is behind the #, and only the browser knows it. */
export default function LinkPage() {
  return <OpenLink />
}
