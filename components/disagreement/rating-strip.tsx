import clsx from 'clsx'
import type { Rating } from '@/domain/claims/forms'
import type { Opinion } from './opinions'

/**
 * Who gave which rating: the whole scale, from what is least so to what is most so, and under each step the names. What
 * stands apart on the scale comes last. On a narrow page the steps stand below each other.
 */
export function RatingStrip(props: { scale: readonly Rating[]; opinions: readonly Opinion<string>[]; me: string }) {
  const { scale, opinions, me } = props
  return (
    <div className="@container">
      <ul className="grid gap-px @xl:auto-cols-fr @xl:grid-flow-col @xl:gap-1.5">
        {scale.map(({ key, name, value }) => {
          const here = opinions.filter(({ now }) => now === key)
          return (
            <li
              key={key}
              className={clsx(
                'grid grid-cols-[7rem_minmax(0,1fr)] items-baseline gap-x-3 border-t py-1 @xl:block @xl:min-h-15 @xl:border-t-2 @xl:py-1.5',
                here.length > 0 ? 'border-line-strong' : 'border-line',
                value === null && '@xl:border-dashed',
              )}
            >
              <span className={clsx('text-xs', here.length > 0 ? 'text-ink font-medium' : 'text-ink-faint')}>
                {name}
              </span>
              <Names
                opinions={here}
                me={me}
                nameOf={(rating) => scale.find((each) => each.key === rating)?.name ?? ''}
              />
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Names(props: { opinions: readonly Opinion<string>[]; me: string; nameOf: (rating: string) => string }) {
  if (props.opinions.length === 0) return <span className="text-ink-faint @xl:hidden">–</span>
  return (
    <ul className="flex flex-wrap gap-1 @xl:mt-1 @xl:flex-col @xl:items-start">
      {props.opinions.map(({ person, first, now }) => (
        <li
          key={person.id}
          className={clsx(
            'max-w-full rounded px-1.5 py-px text-[13px] leading-5 wrap-anywhere',
            person.id === props.me ? 'bg-accent-wash text-accent' : 'bg-sunken text-ink',
          )}
        >
          <bdi>{person.name}</bdi>
          {first === now ? null : <span className="text-ink-soft text-xs"> was {props.nameOf(first)}</span>}
        </li>
      ))}
    </ul>
  )
}
