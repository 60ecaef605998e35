import type { z } from 'zod'
import { Refusal } from '@/domain/refusal'

/**
 * Cursors name the last row of a page by its sort keys. They are opaque to clients, and parsed like everything else that
 * comes back from them.
 */
export function cursor<K extends z.ZodType>(keys: K) {
  return {
    write: (row: z.input<K>): string => Buffer.from(JSON.stringify(row)).toString('base64url'),
    read: (text: string | undefined): z.output<K> | null => {
      if (text === undefined) return null
      const parsed = keys.safeParse(json(text))
      if (!parsed.success)
        throw new Refusal('invalid', 'This cursor is not one of ours. Start again from the first page.')
      return parsed.data
    },
  }
}

/** Cuts a list that was read with one row too many into a page: `rows` holds at most `limit + 1`. */
export function paged<R, I>(rows: R[], limit: number, present: (row: R) => I, cursorOf: (row: R) => string) {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(present), next: rows.length > limit && last !== undefined ? cursorOf(last) : null }
}

function json(text: string): unknown {
  try {
    const written = Buffer.from(text, 'base64url').toString('utf8')
    // No key of ours has U+0000 in it, and the database refuses it.
    return written.includes('\\u0000') ? undefined : JSON.parse(written)
  } catch {
    return undefined
  }
}
