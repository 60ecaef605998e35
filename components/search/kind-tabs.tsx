import Link from 'next/link'
import type { Found, HitKind } from '@/domain/search/search'
import { searchAddress, type SearchQuery } from './search-address'

const NAMES: Readonly<Record<HitKind, string>> = {
  document: 'Documents',
  annotation: 'Annotations',
  comment: 'Comments',
  claim: 'Claims',
}
const KINDS = Object.keys(NAMES) as HitKind[]

type Counts = Found['counts']

const amount = ({ found, more }: Counts[HitKind]) => `${more ? 'more than ' : ''}${found.toLocaleString('en')}`

/** The kinds of things that were found, and how many of each there are to be read. */
export function KindTabs({ query, counts }: { query: SearchQuery; counts: Counts }) {
  const { cursor: _, kind, ...first } = query
  return (
    <nav aria-label="Kinds of results" className="border-line overflow-x-auto border-b">
      <ul className="flex gap-1">
        <Tab href={searchAddress(first)} current={kind === undefined}>
          All
        </Tab>
        {KINDS.map((each) => (
          <Tab key={each} href={searchAddress({ ...first, kind: each })} current={kind === each}>
            {NAMES[each]}{' '}
            <span className="text-ink-faint text-xs tabular-nums">
              {counts[each].found.toLocaleString('en')}
              {counts[each].more ? '+' : ''}
            </span>
          </Tab>
        ))}
      </ul>
    </nav>
  )
}

function Tab({ href, current, children }: { href: string; current: boolean; children: React.ReactNode }) {
  return (
    <li className="shrink-0">
      <Link
        href={href}
        replace
        prefetch={false}
        {...(current && { 'aria-current': 'page' })}
        className="text-ink-soft hover:text-ink aria-[current]:border-accent aria-[current]:text-ink block border-b-2 border-transparent px-2 py-1.5 -outline-offset-2 aria-[current]:font-medium"
      >
        {children}
      </Link>
    </li>
  )
}

/** How much was found, in a sentence. */
export function inWords(counts: Counts, kind: HitKind | undefined): string {
  const shown = KINDS.filter((each) => (kind === undefined || each === kind) && counts[each].found > 0)
  if (shown.length === 0) return 'Nothing found.'
  return `Found ${shown.map((each) => `${amount(counts[each])} ${one(each, counts[each].found)}`).join(', ')}.`
}

const one = (kind: HitKind, found: number) => (found === 1 ? kind : NAMES[kind].toLowerCase())
