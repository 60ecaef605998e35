import type { Scores } from '@/domain/findings/correction'
import { counted } from '@/components/claims/counted'
import { Disclosure } from '@/components/ui/disclosure'

/** Brier scores of the settled predictions of a project: one's own, which only oneself sees, and the team's. */
export function ScoresShown({ scores: { mine, team } }: { scores: Scores }) {
  if (team === null) return null
  return (
    <div className="text-sm">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {mine ? (
          <Score name="You" score={mine.score}>
            over {counted(mine.predictions, 'settled prediction')}; only you see this
          </Score>
        ) : null}
        <Score name="Team, each alone" score={team.individuals}>
          {counted(team.forecasts, 'forecast')} by {team.people === 1 ? 'one person' : `${team.people} people`}
        </Score>
        <Score name="Team, pooled" score={team.pooled}>
          over {counted(team.predictions, 'settled prediction')}
        </Score>
      </dl>
      <div className="mt-2">
        <Disclosure summary="How it is scored">
          <p className="text-ink-soft max-w-prose">
            Brier score: the square of what a forecast missed by, from 0 (best) to 1. Saying “even chance” to everything
            scores 0.25. Each person’s last forecast before the outcome was recorded counts. The team’s is the mean over
            its predictions.
          </p>
        </Disclosure>
      </div>
    </div>
  )
}

function Score({ name, score, children }: { name: string; score: number; children: React.ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-ink-soft">{name}</dt>
      <dd>
        <span className="font-medium tabular-nums">{score.toFixed(3)}</span>{' '}
        <span className="text-ink-soft">{children}</span>
      </dd>
    </div>
  )
}
