/** How a prediction can be settled. */
export const HAPPENED = {
  yes: { name: 'It came true', happened: true },
  no: { name: 'It did not come true', happened: false },
  open: { name: 'Nothing could settle it', happened: null },
} as const
export type HappenedKey = keyof typeof HAPPENED

/** The key under which an outcome stands in the table. */
export const happenedKey = (happened: boolean | null): HappenedKey =>
  happened === null ? 'open' : happened ? 'yes' : 'no'
