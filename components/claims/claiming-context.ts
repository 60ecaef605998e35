'use client'

import { createContext } from 'react'
import type { Annotation } from '@/domain/annotations/annotation'

/** What can be made of a passage that is annotated; null where its reader may make nothing of it. */
export type Uses = {
  /** Begins a claim in it. */
  claim: (annotation: Annotation) => void
  /** Asks for which claim it is evidence. */
  cite: (annotation: Annotation) => void
}

export const ClaimingContext = createContext<Uses | null>(null)
