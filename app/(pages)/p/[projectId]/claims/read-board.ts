import { BOARD_COLUMNS } from '@/components/claims/board-columns'
import type { BoardColumn } from '@/components/claims/claim-board'
import type { ClaimState } from '@/domain/claims/states'
import type { Actor } from '@/domain/permissions/policy'
import { listClaims } from '@/server/claims/list-claims'

/** Claims of one state on the board; the table has the rest. */
const MOST = 30

/** The board as its reader sees it: of each state the claims in which something happened last. */
export function readBoard(actor: Actor, projectId: string): Promise<BoardColumn[]> {
  return Promise.all(
    BOARD_COLUMNS.map(async ({ key, states }): Promise<BoardColumn> => {
      const pages = await Promise.all(states.map((state) => newest(actor, projectId, state)))
      const claims = pages.flatMap(({ items }) => items).sort((a, b) => (a.activeAt < b.activeAt ? 1 : -1))
      return { key, claims, more: pages.some(({ next }) => next !== null) }
    }),
  )
}

function newest(actor: Actor, projectId: string, state: ClaimState) {
  return listClaims(actor, projectId, { state, sort: 'activity', text: '', waiting: 'false', limit: MOST })
}
