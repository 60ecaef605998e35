/** A pattern for LIKE that finds `text` anywhere, taken literally: its wildcards stand for themselves. */
export const containing = (text: string): string => `%${literal(text)}%`

/** A pattern for LIKE that finds what starts with `text`, taken literally. */
export const startingWith = (text: string): string => `${literal(text)}%`

function literal(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
