import type { ReactNode } from 'react'
import { Mark } from './mark'

/** A page with one thing to do, such as signing in. */
export function CentredCard({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main id="main" className="flex min-h-dvh flex-col items-center justify-center px-4 py-10">
      <div className="mb-6 flex items-center gap-2.5 text-lg font-semibold">
        <Mark /> Assay
      </div>
      <div className="border-line bg-surface shadow-raised w-full max-w-md rounded-xl border p-6 sm:p-8">
        <h1 className="mb-4 text-xl font-semibold">{title}</h1>
        {children}
      </div>
    </main>
  )
}
