import type { ReactNode } from 'react'

/** A part of a report under a heading; nothing where there is nothing to show. */
export const Section = ({ title, shown, children }: { title: ReactNode; shown: boolean; children: ReactNode }) =>
  shown ? (
    <section>
      <h2 className="border-line-strong mb-4 border-b pb-1.5 font-serif text-2xl font-semibold tracking-tight wrap-anywhere">
        {title}
      </h2>
      {children}
    </section>
  ) : null
