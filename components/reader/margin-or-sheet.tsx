'use client'

import { useState } from 'react'
import type { Annotation } from '@/domain/annotations/annotation'
import { Kbd } from '@/components/ui/small'
import { AnnotationList } from './annotation-list'
import { cardsOf, composerOf } from './cards'
import { Margin } from './margin'
import type { Opened } from './model'
import { Sheet } from './sheet'
import { useRoomy } from './use-media'
import type { Reading } from './use-reading'
import { useVisible } from './use-visible'

type Props = { reading: Reading; opened: Opened; paints: boolean }

/** Where annotations and their threads stand: beside the text, or on a narrow screen in a sheet from below. */
export function MarginOrSheet({ reading, opened, paints }: Props) {
  const roomy = useRoomy()
  return roomy ? <Beside {...{ reading, opened, paints }} /> : <Below {...{ reading, opened, paints }} />
}

function Beside({ reading, opened, paints }: Props) {
  const { article, text, sort, focus, composing, painted } = reading
  const visible = useVisible(article, text.loaded)
  if (sort === 'activity' || !paints) {
    return (
      <aside aria-label="Annotations" className="no-print pt-8">
        <div className="sticky top-28 -mx-2 grid max-h-[calc(100dvh-8rem)] content-start gap-2 overflow-y-auto px-2 pb-4">
          {composerOf(reading)}
          <Whole reading={reading} />
        </div>
      </aside>
    )
  }
  const nothing = painted?.length === 0 && !composing.composed
  return (
    <aside aria-label="Annotations" className="no-print pt-8">
      {nothing ? <Nothing reading={reading} opened={opened} /> : null}
      <Margin
        article={article}
        map={text.map}
        items={cardsOf(reading, visible)}
        focus={composing.composed?.id ?? focus}
      />
    </aside>
  )
}

function Below({ reading, opened, paints }: Props) {
  const { article, text, sort, focus, turn, composing, painted } = reading
  const [choice, setChoice] = useState<{ reason: string; open: boolean } | null>(null)
  const visible = useVisible(article, text.loaded)
  const wanted = composing.composed?.id ?? focus
  // It opens whenever something is chosen or begun, and stays as someone puts it until the next time.
  const reason = composing.composed?.id ?? String(turn)
  const open = choice?.reason === reason ? choice.open : wanted !== null
  const near = cardsOf(reading, visible)
  const total = painted?.length ?? 0
  const here = near.length - (composing.composed ? 1 : 0)
  const whole = sort === 'activity' || !paints
  const shown = near.find(({ id }) => id === wanted)
  return (
    <Sheet
      title={whole ? 'Annotations' : `${here.toLocaleString('en')} here, ${total.toLocaleString('en')} in all`}
      open={open}
      onToggle={() => setChoice({ reason, open: !open })}
      focus={wanted}
    >
      {whole ? (
        <>
          {composerOf(reading)}
          <Whole reading={reading} />
        </>
      ) : total === 0 && !composing.composed ? (
        <Nothing reading={reading} opened={opened} />
      ) : (
        (shown ? [shown] : near).map(({ id, node }) => <div key={id}>{node}</div>)
      )}
    </Sheet>
  )
}

function Whole({ reading }: { reading: Reading }) {
  const show = ({ id, start, end }: Annotation) => void reading.goTo({ id, start, end })
  return (
    <AnnotationList
      filter={reading.filter}
      sort={reading.sort}
      focus={reading.focus}
      onFocus={reading.setFocus}
      onShow={show}
    />
  )
}

/** What to do where nothing is yet. */
function Nothing({ reading, opened }: { reading: Reading; opened: Opened }) {
  if (Object.keys(reading.filter).length > 0) return <p className="text-ink-soft">Nothing matches this filter.</p>
  return (
    <div className="text-ink-soft grid gap-2 text-pretty">
      <p className="text-ink font-medium">Nothing is marked yet.</p>
      {opened.annotates ? (
        <>
          <p>Select a passage, then choose a label or write a comment. Your team can answer beside it.</p>
          <p className="pointer-coarse:hidden">
            Or by keys: <Kbd>S</Kbd> selects a sentence, <Kbd>C</Kbd> comments on it, <Kbd>?</Kbd> shows them all.
          </p>
        </>
      ) : (
        <p>What others mark will stand here.</p>
      )}
    </div>
  )
}
