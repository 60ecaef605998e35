'use client'

import { Keyboard, TextSearch } from 'lucide-react'
import { use, useState, useSyncExternalStore, type ReactNode } from 'react'
import { QueryProvider, useRefresh } from '@/client/query'
import { covering as spansAt } from '@/domain/annotations/segments'
import type { Span } from '@/domain/annotations/selector'
import { ClaimingContext } from '@/components/claims/claiming-context'
import { DeskContext } from '@/components/threads/desk'
import { IconButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/small'
import { donePainting } from './begun'
import { CaretView } from './caret-view'
import { ClaimBars, ClaimingDialogs } from './claiming'
import { CoverageLegend, CoverageSwitch } from './coverage-legend'
import { DensityStrip } from './density-strip'
import { FilterBar } from './filter-bar'
import { FindBar } from './find-bar'
import { MarginOrSheet } from './margin-or-sheet'
import type { Opened, Span as Row } from './model'
import { OverlapChooser } from './overlap-chooser'
import { canPaint } from './paint'
import { PageChooser } from './page-chooser'
import { SelectionToolbar } from './selection-toolbar'
import { ShortcutsDialog } from './shortcuts-dialog'
import { CARET_HINT, TextState, TextView } from './text-view'
import { useCaret } from './use-caret'
import { useCiting, type Citing } from './use-citing'
import { useClaiming, type Claiming } from './use-claiming'
import { useCovering, type Covering } from './use-covering'
import { useFind } from './use-find'
import { useHits } from './use-hits'
import { usePages } from './use-pages'
import { useReading, type Reading } from './use-reading'
import { beginOrSay, openCard, useReadingKeys } from './use-reading-keys'

type Props = {
  opened: Opened
  /** The first part of the document. */
  html: string
  /** The annotation that the address names. */
  focus: string | null
  /** The passage that it names by its offsets. */
  at: Span | null
  /** What stands above the text. */
  children: ReactNode
}

/** A document with everything that its readers marked and said, and the ways to mark and say more. */
export function Reader(props: Props) {
  use(donePainting(props.opened.documentId)) // what can be read comes first: until then the page stays as the server sent it
  return (
    <QueryProvider>
      <DeskContext value={props.opened}>
        <OpenDocument {...props} />
      </DeskContext>
    </QueryProvider>
  )
}

const never = () => () => undefined
const GRID = 'mx-auto grid w-full max-w-[78rem] gap-x-10 px-4 sm:px-6 lg:grid-cols-[minmax(0,1fr)_22rem] lg:pr-7'

function OpenDocument({ opened, html, focus: asked, at, children }: Props) {
  useRefresh()
  const reading = useReading(opened, asked, at)
  const claiming = useClaiming(reading, opened)
  const citing = useCiting(reading, opened, claiming)
  const covering = useCovering(reading, opened)
  const find = useFind(reading, opened)
  const { article, text, painted, found, selection, setFocus, goTo } = reading
  const pages = usePages(reading, opened)
  const [help, setHelp] = useState(false)
  const [choosing, setChoosing] = useState(false)
  const [overlap, setOverlap] = useState<{ spans: readonly Row[]; at: DOMRect } | null>(null)
  const paints = useSyncExternalStore(never, canPaint, () => true)
  useReadingKeys(reading, opened, {
    '?': () => setHelp(true),
    u: covering.next,
    g: () => (pages.last > 0 ? setChoosing(true) : false),
    ...(opened.annotates && {
      a: claiming.claim,
      A: claiming.collect,
      x: claiming.oppose,
      v: citing.cite,
      n: covering.clear,
      Escape: claiming.cancel,
    }),
  })
  const caret = useCaret(reading, (offset) => {
    const [smallest] = spansAt(painted ?? [], offset)
    if (selection.passage) beginOrSay(reading)
    else if (smallest) openCard(reading, smallest)
  })
  useHits(article, text.map, found.spans ?? [], (hit, at) => {
    const [first, second] = hit
    if (first && second) setOverlap({ spans: hit, at })
    else if (first) void goTo(first)
    else setFocus(null)
  })
  return (
    <>
      <div className="no-print border-line bg-paper sticky top-12 z-20 border-b">
        <div className="mx-auto flex w-full max-w-[78rem] flex-wrap items-center gap-1 px-4 py-1.5 sm:px-6 lg:pr-7">
          <FilterBar
            filter={reading.filter}
            onFilter={reading.setFilter}
            sort={reading.sort}
            onSort={reading.setSort}
            authors={found.authors}
            shown={found.spans?.length ?? null}
            total={found.total}
          />
          <CoverageSwitch covering={covering} />
          <PageChooser pages={pages} open={choosing} onOpen={setChoosing} />
          <IconButton label="Find in the text" onClick={find.open ? find.close : find.begin}>
            <TextSearch size={16} aria-hidden />
          </IconButton>
          <IconButton label="Keys" className="pointer-coarse:hidden" onClick={() => setHelp(true)}>
            <Keyboard size={16} aria-hidden />
          </IconButton>
          {find.open ? <FindBar find={find} /> : null}
          {covering.on ? <CoverageLegend covering={covering} documentId={opened.documentId} /> : null}
        </div>
      </div>
      <div className={GRID}>
        <div className="mx-auto w-full max-w-[42rem] min-w-0 pt-8 pb-40">
          {children}
          <Notices paints={paints} error={found.error} />
          <p id={CARET_HINT} hidden>
            Arrow keys move a caret, Shift selects, Enter writes about what is selected. Press ? for all keys.
          </p>
          <TextView article={article} opened={opened} html={html} />
          <TextState text={text} parts={opened.parts} />
        </div>
        <ClaimingContext value={opened.annotates ? { claim: claiming.claimOn, cite: citing.citeFrom } : null}>
          <MarginOrSheet reading={reading} opened={opened} paints={paints} />
        </ClaimingContext>
      </div>
      <DensityStrip article={article} map={text.map} painted={painted ?? []} loaded={text.loaded} />
      {caret ? <CaretView caret={caret} reading={reading} opened={opened} /> : null}
      {selection.passage && opened.annotates ? <Toolbar {...{ reading, opened, claiming, citing, covering }} /> : null}
      <ClaimBars claiming={claiming} opened={opened} />
      <ClaimingDialogs claiming={claiming} citing={citing} opened={opened} />
      {overlap ? (
        <OverlapChooser
          spans={overlap.spans}
          at={overlap.at}
          labels={opened.labels}
          textOf={({ start, end }) => text.map.textOf({ start, end: Math.min(end, start + 200) })}
          onChoose={(span) => {
            setOverlap(null)
            void goTo(span)
          }}
          onClose={() => setOverlap(null)}
        />
      ) : null}
      {help ? <ShortcutsDialog onClose={() => setHelp(false)} /> : null}
    </>
  )
}

type ToolbarProps = { reading: Reading; opened: Opened; claiming: Claiming; citing: Citing; covering: Covering }

function Toolbar({ reading, opened, claiming, citing, covering }: ToolbarProps) {
  const { passage, clear } = reading.selection
  if (!passage) return null
  return (
    <>
      <p role="status" className="sr-only">
        {passage.exact.length.toLocaleString('en')} characters selected. Press C to comment, A for a claim, V to cite
        it, or a digit for a label.
      </p>
      <SelectionToolbar
        passage={passage}
        labels={opened.labels}
        visibility={reading.visibility}
        onVisibility={reading.setVisibility}
        onLabel={reading.mark}
        onComment={() => beginOrSay(reading)}
        onClaim={claiming.claim}
        onCollect={claiming.collect}
        onConflict={claiming.oppose}
        onCite={citing.cite}
        onNothing={covering.clear}
        onClose={clear}
      />
    </>
  )
}

function Notices({ paints, error }: { paints: boolean; error: Error | null }) {
  return (
    <div className="mb-5 grid gap-2 empty:hidden">
      {paints ? null : (
        <Notice tone="warning">
          This browser can’t show highlights over the text. All annotations are in the list.
        </Notice>
      )}
      {error ? <Notice tone="danger">{error.message}</Notice> : null}
    </div>
  )
}
