const number = new Intl.NumberFormat('en')

/** "1 passage", "2 passages". */
export const counted = (count: number, noun: string): string =>
  count === 1 ? `1 ${noun}` : `${number.format(count)} ${noun}s`
