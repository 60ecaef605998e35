import { z } from 'zod'

/** Longer than what stands on any page for its number. */
export const LONGEST_LABEL = 20

/**
 * From the offset `at` on, the text stands on this page of the file it came from. In order of `at`; a page may come back,
 * since notes from its foot stand behind a paragraph that goes on to the next. `page` counts from the first of the file;
 * `label` is what is printed on it, where the file says so for its pages ("iv", "A-3").
 */
export const PageMark = z.strictObject({
  at: z.int().nonnegative(),
  page: z.int().positive(),
  label: z
    .string()
    .min(1)
    .max(LONGEST_LABEL)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u)
    .exactOptional(),
})
export type PageMark = z.infer<typeof PageMark>
