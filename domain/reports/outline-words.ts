/** How many of something, in words: 1 claim, 2 claims. */
export const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`

/** Names in one line. */
export const names = (people: readonly { name: string }[]) => people.map(({ name }) => name).join(', ')

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** A moment as its day in UTC, in words: 4 August 2025. */
export function dayOf(moment: string): string {
  const [year, month, day] = moment.slice(0, 10).split('-').map(Number)
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`
}
