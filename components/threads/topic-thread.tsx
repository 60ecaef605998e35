'use client'

import { useQuery } from '@tanstack/react-query'
import { call } from '@/client/call'
import type { ThreadState } from '@/domain/threads/thread'
import { Notice } from '@/components/ui/small'
import { keys } from './desk'
import { Thread } from './thread'

/** The thread of a claim or of a relation, by its id: where it stands is asked for, unless the page has brought it along. */
export function TopicThread({ threadId, state }: { threadId: string; state?: ThreadState }) {
  const { data, error } = useQuery({
    queryKey: keys.thread(threadId),
    queryFn: () => call('GET /threads/{threadId}', { params: { threadId } }),
    ...(state && { initialData: state }),
  })
  if (data) return <Thread threadId={threadId} state={data} />
  return error ? <Notice tone="danger">{error.message}</Notice> : <p className="text-ink-faint">Loading the thread…</p>
}
