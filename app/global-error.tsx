'use client'

import './globals.css'
import ErrorPage from './error'

/** The last resort, when even the frame of the pages failed: it brings a frame of its own. */
export default function GlobalError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Assay</title>
        <ErrorPage {...props} />
      </body>
    </html>
  )
}
