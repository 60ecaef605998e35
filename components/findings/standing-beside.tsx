import type { ContentNode } from '@/domain/documents/content'
import type { Dissent, Finding, FindingContent } from '@/domain/findings/finding'
import { Time } from '@/components/ui/time'
import { likelihoodOf, noteOf } from './likelihood-of'
import type { Scale } from './opinion'
import { OpinionCard } from './opinion-card'

type Props = {
  content: FindingContent
  pooled: Finding['pooled']
  scale: Scale | null
  dissents: readonly Dissent[]
  /** Shows the first lines of each only. */
  short?: boolean
}

/** A finding and the dissents from it, side by side: two columns of the same width, and each in the same letters. */
export function StandingBeside({ content, pooled, scale, dissents, short = false }: Props) {
  const { rating, confidence, basis, summary } = content
  const finding = (
    <OpinionCard
      label="Finding"
      scale={scale}
      opinion={{ rating, likelihood: likelihoodOf(scale, content, pooled), confidence, basis }}
      likelihoodNote={noteOf(content, pooled)}
      json={summary as ContentNode | null}
      short={short}
    />
  )
  if (dissents.length === 0) return <div className="grid max-w-3xl">{finding}</div>
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <div className="grid content-start">{finding}</div>
      <div className="grid content-start gap-4">
        {dissents.map((dissent) => (
          <OpinionCard
            key={dissent.id}
            label={`Dissent by ${dissent.author.name}`}
            by={<Time at={dissent.updatedAt} />}
            scale={scale}
            opinion={dissent}
            json={dissent.json as ContentNode}
            short={short}
          />
        ))}
      </div>
    </div>
  )
}
