import { scaleLinear } from 'd3-scale'
import { LEAST_LIKELY, LIKELIHOOD_BANDS, MOST_LIKELY } from '@/domain/claims/likelihood'

/** Room for half a dot at both ends, in percent of the picture's width. */
const MARGIN = 3

const across = scaleLinear([LEAST_LIKELY, MOST_LIKELY], [MARGIN, 100 - MARGIN])

/** Where a likelihood stands, in percent of the picture's width. */
export const placeOf = (likelihood: number): number => round(across(likelihood))

/** The same as an attribute of SVG. */
export const at = (likelihood: number): string => `${placeOf(likelihood)}%`

/** A band of the scale as it is drawn: from edge to edge, without the margins. */
export type DrawnBand = { words: string; left: number; width: number; edge: 'first' | 'last' | null }

/** What a picture has no room for. */
const SHORT: Readonly<Record<string, string>> = { 'roughly even chance': 'roughly even' }

/** The bands of ICD 203 in percent of the picture's width, side by side and without gaps. */
export const DRAWN_BANDS: readonly DrawnBand[] = LIKELIHOOD_BANDS.map(({ low, high, words }) => {
  const left = low === LEAST_LIKELY ? 0 : placeOf(low)
  const right = high === MOST_LIKELY ? 100 : placeOf(high)
  const edge = left === 0 ? 'first' : right === 100 ? 'last' : null
  return { words: SHORT[words] ?? words, left, width: round(right - left), edge }
})

/** Hundredths of a percent are finer than any screen. */
function round(percent: number): number {
  return Math.round(percent * 100) / 100
}
