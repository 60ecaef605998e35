'use client'

import { CentredCard } from '@/components/shell/centred-card'
import { Button } from '@/components/ui/button'

export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <CentredCard title="Something went wrong">
      <p className="text-ink-soft">
        This page could not be shown. Nothing that you saved is lost, and drafts are kept in this browser.
      </p>
      <Button className="mt-4" onClick={reset}>
        Try again
      </Button>
    </CentredCard>
  )
}
