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
