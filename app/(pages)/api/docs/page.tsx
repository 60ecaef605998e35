import type { Metadata } from 'next'
import Link from 'next/link'
import { EndpointSection } from '@/components/api-docs/endpoint'
import { EndpointFilter } from '@/components/api-docs/filter'
import { Introduction } from '@/components/api-docs/introduction'
import { PageHeader } from '@/components/shell/app-shell'
import { Mark } from '@/components/shell/mark'
import { ThemeSwitch } from '@/components/shell/theme-switch'
import { describe, type Described } from '@/domain/api/describe'
import { endpoints } from '@/domain/endpoints'
import { config } from '@/server/config'

export const metadata: Metadata = { title: 'API' }

/** Endpoints by the first word of their address; made once. */
let groups: [string, Described[]][] | undefined

function byNoun(): [string, Described[]][] {
  const found = new Map<string, Described[]>()
  for (const [key, declared] of Object.entries(endpoints)) {
    const described = describe(key, declared)
    const noun = described.path.split('/')[1] ?? ''
    found.set(noun, [...(found.get(noun) ?? []), described])
  }
  return [...found]
}

/**
 * What programs can do. Anyone may read it: it is made of the declarations alone, which are in the source for all to see, and
 * says nothing of what is kept here.
 */
export default function ApiDocsPage() {
  groups ??= byNoun()
  const count = groups.reduce((sum, [, each]) => sum + each.length, 0)
  return (
    <>
      <header className="border-line bg-surface border-b">
        <div className="mx-auto flex h-12 max-w-5xl items-center justify-between gap-2 px-4 sm:px-6">
          <Link href="/" prefetch={false} className="flex items-center gap-2 rounded-md">
            <Mark />
            <span className="font-serif text-lg font-semibold tracking-tight">Assay</span>
          </Link>
          <ThemeSwitch />
        </div>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-5xl px-4 py-7 outline-none sm:px-6">
        <PageHeader title="The API" meta="For programs that read, write and follow what happens here." />
        <Introduction origin={config.publicOrigin} />
        <h2 id="endpoints" className="mt-12 mb-3 font-serif text-2xl font-semibold">
          Endpoints
        </h2>
        <nav aria-label="Endpoints by noun" className="mb-5">
          <ul className="flex flex-wrap gap-x-3 gap-y-1 text-sm">
            {groups.map(([noun]) => (
              <li key={noun}>
                <a className="link inline-block py-0.5" href={`#${noun}`}>
                  {noun}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <EndpointFilter count={count}>
          {groups.map(([noun, each]) => (
            <details key={noun} id={noun} data-group="" className="scroll-mt-4">
              <summary className="cursor-pointer rounded">
                <h3 className="inline font-serif text-xl font-semibold">/{noun}</h3>{' '}
                <span className="text-ink-faint text-[13px]">{each.length}</span>
              </summary>
              <div className="mt-4 grid grid-cols-[minmax(0,1fr)] gap-4">
                {each.map((endpoint) => (
                  <EndpointSection key={endpoint.anchor} endpoint={endpoint} />
                ))}
              </div>
            </details>
          ))}
        </EndpointFilter>
      </main>
    </>
  )
}
