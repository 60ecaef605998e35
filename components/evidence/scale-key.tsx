import { Disclosure } from '@/components/ui/disclosure'

/** A scale with the meaning of each of its steps, at hand where one grades. */
export function ScaleKey(props: { summary: string; scale: Readonly<Record<string, { name: string; means: string }>> }) {
  return (
    <Disclosure summary={props.summary}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-2.5 gap-y-1.5 text-sm">
        {Object.entries(props.scale).map(([key, { name, means }]) => (
          <div key={key} className="contents">
            <dt className="text-ink-soft font-mono">{key}</dt>
            <dd>
              <span className="font-medium">{name}.</span> <span className="text-ink-soft">{means}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  )
}
