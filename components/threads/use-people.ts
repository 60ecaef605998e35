'use client'

import { useCallback } from 'react'
import { call } from '@/client/call'
import type { FindPeople } from '@/components/editor/mention-store'
import { useDesk } from './desk'

/** As many as can be looked at in passing. */
const SHOWN = 6

/** Finds the people of this project whom its reader can mention: all but themselves. */
export function usePeople(): FindPeople {
  const { projectId, me } = useDesk()
  return useCallback(
    async (text) => {
      const query = { text, limit: String(SHOWN + 1) }
      const { items } = await call('GET /projects/{projectId}/people', { params: { projectId }, query })
      return items.filter(({ id }) => id !== me.id).slice(0, SHOWN)
    },
    [projectId, me.id],
  )
}
