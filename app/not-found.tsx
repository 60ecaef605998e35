import Link from 'next/link'
import { CentredCard } from '@/components/shell/centred-card'

export default function NotFound() {
  return (
    <CentredCard title="Not found">
      <p className="text-ink-soft">
        This page does not exist, or you can’t see it. If someone sent you the address, ask them whether you belong to
        its workspace.
      </p>
      <p className="mt-4">
        <Link className="link" href="/">
          Go to your workspaces
        </Link>
      </p>
    </CentredCard>
  )
}
