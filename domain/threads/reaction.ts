import { z } from 'zod'

/** How one can react to a comment without words, in the order in which it is offered. */
export const REACTIONS = {
  agree: { sign: '👍', name: 'Agree' },
  disagree: { sign: '👎', name: 'Disagree' },
  checked: { sign: '✅', name: 'Checked it' },
  looking: { sign: '👀', name: 'Looking into it' },
  unsure: { sign: '❓', name: 'Not sure' },
  thanks: { sign: '🙏', name: 'Thanks' },
} as const

export type ReactionKind = keyof typeof REACTIONS
export const REACTION_KINDS = Object.keys(REACTIONS) as [ReactionKind, ...ReactionKind[]]

/** So many of those who reacted are named. */
export const MOST_NAMED = 10

/** Everyone who reacted to a comment in one way, as far as the reader can see it. */
export const Reaction = z.strictObject({
  kind: z.enum(REACTION_KINDS),
  count: z.int().positive(),
  /** Whether the reader is one of them. */
  mine: z.boolean(),
  names: z.array(z.string()).describe(`The first ${MOST_NAMED} of them.`),
})
export type Reaction = z.infer<typeof Reaction>
