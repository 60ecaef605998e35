const list = new Intl.ListFormat('en-GB')

/** Names in one line: "Ada, Ben and Cai". */
export const listed = (people: readonly { name: string }[]): string => list.format(people.map(({ name }) => name))
