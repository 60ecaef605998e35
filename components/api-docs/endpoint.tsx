import { Disclosure } from '@/components/ui/disclosure'
import { Badge } from '@/components/ui/small'
import type { Described } from '@/domain/api/describe'

/** One endpoint: what it does and who may, what it takes and gives, and a call that works. */
export function EndpointSection({ endpoint }: { endpoint: Described }) {
  const { anchor, method, path, summary, who, tokens, params, query, body, answer, curl } = endpoint
  return (
    <section
      id={anchor}
      data-endpoint={`${method} ${path} ${summary} ${who}`.toLowerCase()}
      className="border-line bg-surface grid scroll-mt-4 grid-cols-[minmax(0,1fr)] gap-2 rounded-lg border p-4"
    >
      <h4 className="flex flex-wrap items-baseline gap-x-2 gap-y-1 font-mono text-sm font-semibold">
        <span className="text-accent">{method}</span>
        <a href={`#${anchor}`} className="min-w-0 wrap-anywhere hover:underline">
          {path}
        </a>
      </h4>
      <p>{summary}</p>
      <p className="text-ink-soft flex flex-wrap items-center gap-2 text-sm">
        <span>For {who}.</span>
        {tokens ? null : <Badge>no tokens</Badge>}
      </p>
      <Parts title="In the path" parts={params} />
      <Parts title="In the query" parts={query} />
      {body ? <Shape title="Sent" of={`${method} ${path}`} text={body} /> : null}
      <Disclosure summary={<span className="text-sm">Answer</span>}>
        <Code label={`Answer of ${method} ${path}`} text={answer} />
      </Disclosure>
      {curl ? (
        <Disclosure summary={<span className="text-sm">Example</span>}>
          <Code label={`Example of ${method} ${path}`} text={curl} />
        </Disclosure>
      ) : null}
    </section>
  )
}

function Parts({ title, parts }: { title: string; parts: Described['params'] }) {
  if (parts.length === 0) return null
  return (
    <div className="text-sm">
      <h5 className="text-ink-faint text-xs font-medium">{title}</h5>
      <dl className="grid gap-x-3 gap-y-0.5 sm:grid-cols-[max-content_1fr]">
        {parts.map(({ name, type, about, required }) => (
          <div key={name} className="contents">
            <dt className="font-mono text-[13px]">
              {name}
              {required ? '' : '?'}
            </dt>
            <dd className="text-ink-soft min-w-0 pl-4 wrap-anywhere sm:pl-0">
              {type}
              {about ? `, ${about}` : ''}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function Shape({ title, of, text }: { title: string; of: string; text: string }) {
  return (
    <div>
      <h5 className="text-ink-faint mb-1 text-xs font-medium">{title}</h5>
      <Code label={`${title} with ${of}`} text={text} />
    </div>
  )
}

/** Text as it is typed; what is too wide scrolls by itself, by the keyboard too. */
export function Code({ label, text }: { label: string; text: string }) {
  return (
    <pre
      tabIndex={0}
      role="region"
      aria-label={label}
      className="bg-sunken max-h-96 overflow-auto rounded-md p-3 font-mono text-xs leading-5"
    >
      <code>{text}</code>
    </pre>
  )
}
