import type { ReactNode } from 'react'
import { Mark } from './mark'

/** A page with one thing to do, such as signing in; it stands a little above the middle, where eyes rest. */
export function CentredCard({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className="mx-auto grid min-h-dvh w-full max-w-104 grid-rows-[minmax(2.5rem,2fr)_auto_minmax(2.5rem,3fr)] px-4 outline-none"
    >
      <div className="row-start-2">
        <div className="mb-6 flex items-center justify-center gap-2.5 font-serif text-xl font-semibold tracking-tight">
          <Mark /> Assay
        </div>
        <div className="border-line bg-surface shadow-raised rounded-xl border p-6 sm:p-8">
          <h1 className="mb-4 font-serif text-2xl leading-tight font-semibold tracking-tight text-balance wrap-anywhere">
            {title}
          </h1>
          {children}
        </div>
      </div>
    </main>
  )
}
