import type { SimilarClaim } from '@/domain/claims/claim'
import { StateBadge, TypeName } from './claim-badges'

/** Claims that are like what is being written, each as a button that takes it. */
export function SimilarClaims(props: {
  title: string
  claims: readonly SimilarClaim[]
  onChoose: (claim: SimilarClaim) => void
}) {
  const { title, claims, onChoose } = props
  return (
    <section aria-label={title} aria-live="polite" className="empty:hidden">
      {claims.length > 0 ? (
        <>
          <h3 className="text-ink-soft mb-1 text-sm font-medium">{title}</h3>
          <ul className="border-line divide-line divide-y rounded-md border">
            {claims.map((claim) => (
              <li key={claim.id}>
                <button
                  type="button"
                  onClick={() => onChoose(claim)}
                  className="hover:bg-accent-wash w-full px-2.5 py-1.5 text-left -outline-offset-2"
                >
                  <span className="line-clamp-2 wrap-anywhere">{claim.statement}</span>
                  <span className="text-ink-soft mt-0.5 flex flex-wrap items-center gap-x-2 text-xs">
                    <TypeName type={claim.type} />
                    <StateBadge state={claim.state} />
                    <span>{likenessOf(claim)}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}

const likenessOf = ({ likeness, samePassage }: SimilarClaim): string =>
  [samePassage ? 'in the same passage' : '', `${Math.round(likeness * 100)} % alike`].filter(Boolean).join(' · ')
