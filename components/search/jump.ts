import type { Hit } from '@/domain/search/search'

/** Where a hit is: the passage in its document, the card of an annotation, the comment in its thread. */
export function jumpTo({ kind, id, document, passage, annotation, claim, findingId }: Hit): string {
  if (kind === 'claim') return `/c/${id}`
  if (kind === 'comment') {
    if (annotation && document) return `/d/${document.id}?a=${annotation.id}&c=${id}`
    if (findingId) return `/f/${findingId}?c=${id}`
    return `/c/${claim?.id ?? ''}?c=${id}`
  }
  if (kind === 'annotation' && document) return `/d/${document.id}?a=${id}`
  return `/d/${id}${passage ? `?at=${passage.start}-${passage.end}` : ''}`
}
