import type { Hit } from '@/domain/search/search'

/** Words from around what was found, with what was found marked. */
export function MarkedText({ hit: { text, found, cut } }: { hit: Pick<Hit, 'text' | 'found' | 'cut'> }) {
  return (
    <span dir="auto" className="wrap-anywhere">
      {cut.before ? '… ' : ''}
      {found.map(({ start, end }, nth) => (
        <span key={start}>
          {text.slice(found[nth - 1]?.end ?? 0, start)}
          <mark className="found-mark">{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(found.at(-1)?.end ?? 0)}
      {cut.after ? ' …' : ''}
    </span>
  )
}
