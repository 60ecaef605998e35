import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

/** Something that shows on demand, on the browser's own <details>. */
export function Disclosure({ summary, open, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details className="group" {...(open && { open })}>
      <summary className="text-ink-soft hover:text-ink inline-flex cursor-pointer list-none items-center gap-1 rounded font-medium [&::-webkit-details-marker]:hidden">
        <ChevronRight size={15} aria-hidden className="transition-transform group-open:rotate-90" />
        {summary}
      </summary>
      <div className="mt-2">{children}</div>
    </details>
  )
}
