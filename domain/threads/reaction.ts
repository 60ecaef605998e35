import { z } from 'zod'
import { MOST_NAMED, REACTION_KINDS } from './reactions'

/** Everyone who reacted to a comment in one way, as far as the reader can see it. */
export const Reaction = z.strictObject({
  kind: z.enum(REACTION_KINDS),
  count: z.int().positive(),
  /** Whether the reader is one of them. */
  mine: z.boolean(),
  names: z.array(z.string()).describe(`The first ${MOST_NAMED} of them.`),
})
export type Reaction = z.infer<typeof Reaction>
