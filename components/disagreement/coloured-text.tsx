import clsx from 'clsx'
import type { ColouredBlock, Stretch } from './coloured'
import { SPLIT_STEPS, stepOf } from './split-steps'

/** A document's text, its passages coloured by how far people differ; numbers lead to the claims beside it. */
export function ColouredText({ blocks }: { blocks: readonly ColouredBlock[] }) {
  return (
    <div className="max-w-[42rem] font-serif text-[17px] leading-relaxed wrap-anywhere">
      {blocks.map((block) =>
        'leftOut' in block ? (
          <p key={block.at} className="text-ink-faint my-4 text-center font-sans text-sm">
            {block.leftOut} paragraphs without a claim
          </p>
        ) : (
          <p key={block.at} className={clsx('my-3 whitespace-pre-line', block.heading && 'text-lg font-semibold')}>
            {block.stretches.map((stretch) => (
              <Words key={stretch.start} stretch={stretch} />
            ))}
          </p>
        ),
      )}
    </div>
  )
}

function Words({ stretch: { text, claimed, split, ends } }: { stretch: Stretch }) {
  if (!claimed) return text
  const { name, look } = stepOf(split)
  return (
    <>
      <mark
        title={name}
        className={clsx('rounded-xs text-inherit underline-offset-4', look, !look.includes('bg-') && 'bg-transparent')}
      >
        {text}
      </mark>
      {ends.map((number) => (
        <sup key={number} className="ml-px font-sans text-[11px] font-medium">
          <a href={`#claim-${number}`} aria-label={`Claim ${number}: ${name}`} className="link px-0.5">
            {number}
          </a>
        </sup>
      ))}
    </>
  )
}

/** What the looks of passages mean. */
export const SplitKey = () => (
  <ul className="flex flex-wrap gap-x-4 gap-y-1.5 text-sm">
    {SPLIT_STEPS.map(({ key, name, look }) => (
      <li key={key}>
        <span className={clsx('rounded-xs px-0.5 underline-offset-4', look)}>{name}</span>
      </li>
    ))}
  </ul>
)
