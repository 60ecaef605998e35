const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** "3 Dec 2026", the same on the server and in every browser. */
export const day = (moment: string): string => date.format(new Date(moment))
