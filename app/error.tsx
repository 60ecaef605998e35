'use client'

import { CentredCard } from '@/components/shell/centred-card'
import { Button, buttonClass } from '@/components/ui/button'

/** What stands in place of a page that failed. The digest is the number under which the server's log has the reason. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <CentredCard title="Something went wrong">
      <p className="text-ink-soft">
        This page could not be shown. Nothing that you saved is lost, and drafts are kept in this browser.
      </p>
      <div className="mt-5 flex flex-wrap gap-2">
        <Button variant="primary" onClick={reset}>
          Try again
        </Button>
        {/* A full load: what failed may be the script that a link would use. */}
        <a href="/workspaces" className={buttonClass()}>
          Go to your workspaces
        </a>
      </div>
      {error.digest ? (
        <p className="text-ink-faint mt-5 text-sm">
          If it happens again, tell your admin this number: <code className="font-mono">{error.digest}</code>
        </p>
      ) : null}
    </CentredCard>
  )
}
