'use client'

import { createContext } from 'react'
import type { Annotation } from '@/domain/annotations/annotation'

/** Begins a claim in a passage that is annotated; null where its reader may make none. */
export const ClaimingContext = createContext<((annotation: Annotation) => void) | null>(null)
