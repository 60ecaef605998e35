import type { Metadata } from 'next'
import Link from 'next/link'
import { CentredCard } from '@/components/shell/centred-card'
import { buttonClass } from '@/components/ui/button'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <CentredCard title="Not found">
      <p className="text-ink-soft">
        This page does not exist, or you can’t see it. If someone sent you the address, ask them whether you belong to
        its workspace.
      </p>
      <Link className={buttonClass({}, 'mt-5')} href="/">
        Go to your workspaces
      </Link>
    </CentredCard>
  )
}
