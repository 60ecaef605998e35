'use client'

import { useEffect } from 'react'
import { call } from '@/client/call'

/**
 * Notes that its reader has seen a thread, each time it is opened and whenever there is more in it; nothing waits for that.
 * A review counts what its reviewers knew before they judged.
 */
export function useSeen(threadId: string, comments: number): void {
  useEffect(() => {
    if (comments > 0) void call('POST /threads/{threadId}/seen', { params: { threadId } }).catch(() => undefined)
  }, [threadId, comments])
}
