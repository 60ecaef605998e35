import { z } from 'zod'

/**
 * From the offset `at` on, the text stands on this page of the file it came from. In order of `at`; a page may come back,
 * since notes from its foot stand behind a paragraph that goes on to the next.
 */
export const PageMark = z.strictObject({ at: z.int().nonnegative(), page: z.int().positive() })
export type PageMark = z.infer<typeof PageMark>
