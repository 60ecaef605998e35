/** How split a claim is, from 0 (unanimous) to 1: a bar, and the figure beside it. */
export function SplitBar({ split }: { split: number }) {
  return (
    <span className="flex items-center gap-2.5">
      <svg aria-hidden width="100%" height="8" className="block min-w-16 flex-1">
        <rect width="100%" height="8" rx="4" className="fill-ink/8" />
        {split > 0 ? (
          <rect width={`${Math.round(split * 1000) / 10}%`} height="8" rx="4" className="fill-warning" />
        ) : null}
      </svg>
      <span className="text-sm font-medium tabular-nums">
        <span className="sr-only">Split: </span>
        {splitFigure(split)}
      </span>
    </span>
  )
}

export const splitFigure = (split: number): string => split.toFixed(2)
