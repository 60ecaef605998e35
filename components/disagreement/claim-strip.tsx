import type { ReactNode } from 'react'
import { LikelihoodKey, LikelihoodScaleHead } from './likelihood-scale-head'
import { LikelihoodStrip } from './likelihood-strip'
import { NamesByBand } from './names-by-band'
import { OpinionTable } from './opinion-table'
import type { Opinion } from './opinions'

/** The likelihoods of a single claim, with the words of the scale, what the marks mean, and the same as a table. */
export function ClaimStrip(props: { opinions: readonly Opinion<number>[]; me: string; children?: ReactNode }) {
  const { opinions, me, children } = props
  const moved = opinions.some(({ first, now }) => first !== now)
  return (
    <section aria-label="Likelihoods" className="mt-6 max-w-4xl">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h3 className="font-medium">How likely each holds it</h3>
        <LikelihoodKey moved={moved} />
      </div>
      <LikelihoodScaleHead />
      <LikelihoodStrip opinions={opinions} me={me} />
      <div className="mt-2.5 flex flex-col gap-2">
        <NamesByBand opinions={opinions} />
        <OpinionTable opinions={{ ratings: [], likelihoods: [...opinions], apart: [] }} nameOf={(rating) => rating} />
        {children}
      </div>
    </section>
  )
}
