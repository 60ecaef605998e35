import { EmptyState, Kbd } from '@/components/ui/small'

const SYNTAX = [
  ['rare earths', 'both words, in any form that the language of the text has'],
  ['"rare earths"', 'these words, one after the other'],
  ['deal -annex', 'without a word'],
  ['deal or treaty', 'either word'],
  ['signat', 'a part of a word, where few whole words are found'],
] as const

/** What can be written, before anything is. */
export function SearchHints() {
  return (
    <div className="mx-auto max-w-lg py-8">
      <h2 className="font-serif text-xl font-semibold tracking-tight">What you can write</h2>
      <Syntax />
      <p className="text-ink-faint mt-4 text-sm">
        <Kbd>/</Kbd> leads here from anywhere, <Kbd>↓</Kbd> and <Kbd>↑</Kbd> walk through what was found. In a document,{' '}
        <Kbd>Ctrl</Kbd> <Kbd>F</Kbd> finds words in its text.
      </p>
    </div>
  )
}

function Syntax() {
  return (
    <dl className="mt-3 grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2">
      {SYNTAX.map(([written, means]) => (
        <div key={written} className="contents">
          <dt>
            <code className="bg-sunken border-line rounded border px-1.5 py-0.5 text-[13px]">{written}</code>
          </dt>
          <dd className="text-ink-soft">{means}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What to try where nothing was found. */
export function NothingFound({ filtered }: { filtered: boolean }) {
  return (
    <EmptyState title="Nothing says this">
      <p>
        {filtered ? 'Try it without the filters above, or with fewer words.' : 'Try fewer words, or a part of one.'} You
        find what you may read: nothing in the trash, and nothing that others keep private.
      </p>
      <div className="text-left">
        <Syntax />
      </div>
    </EmptyState>
  )
}
