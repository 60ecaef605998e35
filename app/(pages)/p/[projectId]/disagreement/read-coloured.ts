import { coloured, type ColouredBlock, type ColouredPassage } from '@/components/disagreement/coloured'
import type { ColouredClaim } from '@/components/disagreement/coloured-claims'
import type { Claim, ClaimMark } from '@/domain/claims/claim'
import type { Actor } from '@/domain/permissions/policy'
import { listSpans } from '@/server/annotations/list-spans'
import { listClaimMarks } from '@/server/claims/list-claim-marks'
import { listClaims } from '@/server/claims/list-claims'
import { getVersion } from '@/server/documents/read-version'
import { readPages } from '../../../read-pages'

/** How many are read at a time. */
const PAGE = 200

/** A document's text with the passages that claims are made in, and these claims, numbered in the order of the text. */
export async function readColoured(
  actor: Actor,
  projectId: string,
  document: string,
): Promise<{ blocks: ColouredBlock[]; claims: ColouredClaim[] }> {
  const query = { sort: 'created', text: '', waiting: 'false', limit: PAGE, document } as const
  const [spans, { items: marks }, { items: claims }] = await Promise.all([
    listSpans(actor, document, {}),
    readPages<ClaimMark>((cursor) => listClaimMarks(actor, document, { cursor, limit: PAGE })),
    readPages<Claim>((cursor) => listClaims(actor, projectId, { ...query, cursor })),
  ])
  const { text, flat } = await getVersion(actor, spans.versionId)
  const splits = new Map(claims.map(({ id, split }) => [id, split]))
  const lies = new Map(spans.ids.map((id, row) => [id, { start: spans.starts[row] ?? 0, end: spans.ends[row] ?? 0 }]))
  const inText = marks.flatMap((mark) => {
    const span = lies.get(mark.annotationId)
    return span ? [{ ...mark, ...span, split: splits.get(mark.claimId) ?? null }] : []
  })
  const numbers = new Map([...new Set(inText.map(({ claimId }) => claimId))].map((id, index) => [id, index + 1]))
  const passages = inText.map(({ claimId, start, end, split }): ColouredPassage => {
    return { start, end, split, number: numbers.get(claimId) ?? 0 }
  })
  const blocks = flat.blocks.map(({ node, at, end }) => ({ at, end, heading: node.type === 'heading' }))
  return {
    blocks: coloured(text, blocks, passages),
    claims: [...numbers].flatMap(([id, number]) => {
      const first = inText.find(({ claimId }) => claimId === id)
      if (!first) return []
      const { statement, state, split, annotationId } = first
      return [{ number, id, statement, state, split, address: `/d/${document}?a=${annotationId}` }]
    }),
  }
}
