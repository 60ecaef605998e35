/** How one can react to a comment without words, in the order in which it is offered. */
export const REACTIONS = {
  agree: 'Agree',
  disagree: 'Disagree',
  checked: 'Checked it',
  looking: 'Looking into it',
  unsure: 'Not sure',
  thanks: 'Thanks',
} as const

export type ReactionKind = keyof typeof REACTIONS
export const REACTION_KINDS = Object.keys(REACTIONS) as [ReactionKind, ...ReactionKind[]]

/** So many of those who reacted are named. */
export const MOST_NAMED = 10
