import { scaleQuantize } from 'd3-scale'

/** How far people differ over a claim, in words, with the look of a passage: told apart by lines, not only by colour. */
export type SplitStep = { key: string; name: string; look: string }

const UNJUDGED: SplitStep = {
  key: 'unjudged',
  name: 'not judged by two people',
  look: 'underline decoration-dotted decoration-1 decoration-line-strong',
}
const AGREED: SplitStep = {
  key: 'agreed',
  name: 'all agree',
  look: 'underline decoration-solid decoration-1 decoration-line-strong',
}
const SPLIT: readonly [SplitStep, SplitStep, SplitStep] = [
  { key: 'some', name: 'some split', look: 'bg-(--wash-amber)/45 underline decoration-1 decoration-warning' },
  { key: 'clear', name: 'clear split', look: 'bg-(--wash-amber)/75 underline decoration-2 decoration-warning' },
  { key: 'wide', name: 'far apart', look: 'bg-(--wash-amber) underline decoration-4 decoration-warning' },
]
const splitStep = scaleQuantize<SplitStep>([0, 1], SPLIT)

/** All steps, from what nobody has judged to what people are furthest apart over. */
export const SPLIT_STEPS: readonly SplitStep[] = [UNJUDGED, AGREED, ...SPLIT]

/** The step of a split from 0 (unanimous) to 1; null where fewer than two have judged. */
export function stepOf(split: number | null): SplitStep {
  if (split === null) return UNJUDGED
  return split === 0 ? AGREED : splitStep(split)
}
