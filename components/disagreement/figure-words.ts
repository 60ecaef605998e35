/** What agreement was measured of: verdicts on claims, or spans that annotators marked. */
export type MeasuredOf = 'claims' | 'spans'

export const WHEN = { first: 'Before they talked', last: 'After further rounds' } as const

/** Three digits are what tables of agreement print; a true minus, so that it does not break off. */
export const rounded = (value: number): string => value.toFixed(3).replace('-', '−')
