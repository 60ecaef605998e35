import type { ClaimVersion } from '@/domain/claims/claim'
import { counted } from '@/components/claims/counted'
import { Disclosure } from '@/components/ui/disclosure'
import { ShowMore } from '@/components/ui/show-more'
import { Time } from '@/components/ui/time'
import { changesBetween } from './wording-changes'

/** Something that happened to a claim, in words. */
export type Happening = { seq: number; who: string; words: string; at: string }

/** How a claim came to be what it is: its wordings, newest first, and what happened to it. */
export function History(props: {
  versions: readonly ClaimVersion[]
  happenings: readonly Happening[]
  /** Where more of them are; null where these are all. */
  moreVersions: string | null
  moreHappenings: string | null
}) {
  const { versions, happenings, moreVersions, moreHappenings } = props
  return (
    <div className="grid gap-4">
      <ol className="grid gap-3">
        {versions.map((version, index) => (
          <Wording key={version.id} version={version} before={versions[index + 1]} />
        ))}
      </ol>
      <ShowMore href={moreVersions}>Show earlier wordings</ShowMore>
      {happenings.length > 0 ? (
        <Disclosure
          summary={moreHappenings ? `The newest ${happenings.length} events` : counted(happenings.length, 'event')}
        >
          <ol className="border-line grid gap-1.5 border-l-2 pl-3 text-sm">
            {happenings.map(({ seq, who, words, at }) => (
              <li key={seq}>
                {who} {words}{' '}
                <span className="text-ink-faint">
                  · <Time at={at} />
                </span>
              </li>
            ))}
          </ol>
          <div className="mt-2">
            <ShowMore href={moreHappenings}>Show earlier events</ShowMore>
          </div>
        </Disclosure>
      ) : null}
    </div>
  )
}

function Wording({ version, before }: { version: ClaimVersion; before: ClaimVersion | undefined }) {
  const { number, author, createdAt, statement } = version
  return (
    <li className="border-line border-l-2 pl-3">
      <p className="text-ink-faint text-xs">
        Wording {number} · {author.name} · <Time at={createdAt} />
      </p>
      {before ? (
        <dl className="mt-1 grid gap-1 text-sm">
          {changesBetween(before, version).map((change) => (
            <div key={change.name}>
              <dt className="text-ink-faint text-xs">{change.name}</dt>
              <dd className="wrap-anywhere">
                <del className="text-ink-faint font-serif">{change.before || 'nothing'}</del>{' '}
                <ins className="font-serif no-underline">{change.after || 'nothing'}</ins>
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="font-serif text-sm wrap-anywhere">{statement}</p>
      )}
    </li>
  )
}
