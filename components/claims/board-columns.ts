import type { ClaimState } from '@/domain/claims/states'

/** The columns of the board, from what was found to what stands, each with the states that it shows. */
export const BOARD_COLUMNS = [
  { key: 'proposed', name: 'Proposed', states: ['proposed'] },
  { key: 'check', name: 'To check', states: ['checkable', 'reopened'] },
  { key: 'review', name: 'In review', states: ['reviewing'] },
  { key: 'revealed', name: 'Revealed', states: ['revealed'] },
  { key: 'finding', name: 'Finding', states: ['finding'] },
  { key: 'published', name: 'Published', states: ['published', 'corrected', 'retracted'] },
  { key: 'aside', name: 'Set aside', states: ['cleared', 'uncheckable', 'duplicate'] },
] as const satisfies readonly { key: string; name: string; states: readonly ClaimState[] }[]

export type BoardKey = (typeof BOARD_COLUMNS)[number]['key']
