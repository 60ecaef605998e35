'use client'

import { useQuery } from '@tanstack/react-query'
import { call } from '@/client/call'
import { everyPage } from '@/client/every-page'
import type { Finding } from '@/domain/findings/finding'
import type { Reference } from './references'

/** Something that can be referred to, by its words. */
export type Referable = Reference & { says: string; where: string }

type About = Pick<Finding, 'claim' | 'document' | 'projectId'>

/** What a finding can refer to: passages of its claim, its evidence and the claims around it; of a document's its claims. */
export function useReferences({ claim, document, projectId }: About) {
  return useQuery({
    queryKey: ['references', claim?.id ?? document?.id],
    queryFn: async (): Promise<Referable[]> => {
      if (claim) return [...(await passagesOf(claim.id)), ...(await evidenceOf(claim.id)), ...(await around(claim.id, projectId))] // prettier-ignore
      return document ? claimsIn(document.id, projectId) : []
    },
  })
}

async function passagesOf(claimId: string): Promise<Referable[]> {
  const params = { claimId }
  const items = await everyPage((query) => call('GET /claims/{claimId}/occurrences', { params, query }))
  return items.map(({ passage }) => ({
    ...{ kind: 'passage', id: passage.annotationId, says: `“${passage.exact}”`, where: passage.documentTitle },
  }))
}

async function evidenceOf(claimId: string): Promise<Referable[]> {
  const params = { claimId }
  const items = await everyPage((query) => call('GET /claims/{claimId}/evidence', { params, query }))
  return items.map(({ id, title, passage, source }) => ({
    ...{ kind: 'evidence', id, says: passage ? `“${passage.exact}”` : title },
    where: source?.name ?? passage?.documentTitle ?? '',
  }))
}

async function around(claimId: string, projectId: string): Promise<Referable[]> {
  const params = { projectId }
  const items = await everyPage((paging) =>
    call('GET /projects/{projectId}/relations', { params, query: { ...paging, claim: claimId } }),
  )
  const ends = items.flatMap(({ from, to }) => [from, to]).filter((end) => end.claimId !== claimId)
  const claims = new Map(ends.map((end) => [end.claimId, end.statement]))
  return [...claims].map(([id, says]) => ({ kind: 'claim', id, says, where: '' }))
}

async function claimsIn(document: string, projectId: string): Promise<Referable[]> {
  const params = { projectId }
  const items = await everyPage((paging) =>
    call('GET /projects/{projectId}/claims', { params, query: { ...paging, document } }),
  )
  return items.map(({ id, statement }) => ({ kind: 'claim', id, says: statement, where: '' }))
}
