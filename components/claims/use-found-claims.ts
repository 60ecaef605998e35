'use client'

import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { call } from '@/client/call'
import type { Claim } from '@/domain/claims/claim'

export type FoundClaim = Pick<Claim, 'id' | 'statement' | 'type' | 'state'>

/** As many as can be looked at in passing. */
const SHOWN = 6

/** A statement has so many characters at most; a passage may have more. */
const MOST_CHARACTERS = 1000

type Asked = { statement: string; text: string; except: string | undefined }

/** Claims of a project that contain a text; without one, those that say much the same, else the latest. */
export function useFoundClaims(projectId: string, { statement, text, except }: Asked) {
  const words = useDeferredValue(text.trim())
  return useQuery({
    queryKey: ['found-claims', projectId, words || statement, words === ''],
    queryFn: async () => {
      const alike = words === '' ? await claimsLike(projectId, statement) : []
      const found = alike.some(({ id }) => id !== except) ? alike : await claimsWith(projectId, words)
      return found.filter(({ id, state }) => id !== except && state !== 'duplicate').slice(0, SHOWN)
    },
    placeholderData: (before: FoundClaim[] | undefined) => before,
  })
}

async function claimsLike(projectId: string, statement: string): Promise<FoundClaim[]> {
  const query = { statement: statement.slice(0, MOST_CHARACTERS), limit: String(SHOWN + 1) }
  return (await call('GET /projects/{projectId}/similar-claims', { params: { projectId }, query })).items
}

async function claimsWith(projectId: string, text: string): Promise<FoundClaim[]> {
  const query = { text: text.slice(0, 200), limit: String(4 * SHOWN) }
  return (await call('GET /projects/{projectId}/claims', { params: { projectId }, query })).items
}
