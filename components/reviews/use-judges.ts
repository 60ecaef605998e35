'use client'

import { useEffect, useState } from 'react'
import { call } from '@/client/call'
import type { Member } from '@/domain/people/workspace'
import { RANK } from '@/domain/permissions/role'

/** The members of a workspace who may judge, by name; null until they are here. */
export function useJudges(workspaceId: string): { judges: readonly Member[] | null; error: string } {
  const [state, setState] = useState<{ judges: readonly Member[] | null; error: string }>({ judges: null, error: '' })
  useEffect(() => {
    const stop = new AbortController()
    allMembers(workspaceId, stop.signal)
      .then((members) => setState({ judges: members.filter(({ role }) => RANK[role] >= RANK.analyst), error: '' }))
      .catch((error: unknown) => {
        if (!stop.signal.aborted) setState({ judges: null, error: error instanceof Error ? error.message : '' })
      })
    return () => stop.abort()
  }, [workspaceId])
  return state
}

async function allMembers(workspaceId: string, signal: AbortSignal): Promise<Member[]> {
  const members: Member[] = []
  for (let cursor: string | undefined; ;) {
    const query = { limit: '200', ...(cursor && { cursor }) }
    const page = await call('GET /workspaces/{workspaceId}/members', { params: { workspaceId }, query }, { signal })
    members.push(...page.items)
    if (page.next === null) return members
    cursor = page.next
  }
}
