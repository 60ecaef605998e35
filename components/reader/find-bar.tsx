'use client'

import { ChevronDown, ChevronUp, WholeWord, X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { IconButton } from '@/components/ui/button'
import { inputClass } from '@/components/ui/field'
import type { Find } from './use-find'

/** Where one writes what is to be found in the text, and goes from hit to hit. */
export function FindBar({ find }: { find: Find }) {
  const { words, setWords, wholeWord, setWholeWord, hits, step, close } = find
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) step(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      data-find
      role="search"
      aria-label="Find in the text"
      onKeyDown={onKeyDown}
      className="order-last flex w-full min-w-0 items-center gap-1 pt-1 pb-0.5"
    >
      <input
        type="search"
        aria-label="Find in the text"
        placeholder="Find in the text"
        value={words}
        maxLength={200}
        autoComplete="off"
        autoFocus
        onFocus={(event) => event.target.select()}
        onChange={(event) => setWords(event.target.value)}
        className={`${inputClass} h-8! max-w-80 min-w-0 flex-1 px-2!`}
      />
      <p role="status" className="text-ink-soft min-w-20 px-1 text-sm whitespace-nowrap tabular-nums">
        {words.trim() === '' ? '' : said(find)}
      </p>
      <IconButton
        label="Whole words only"
        aria-pressed={wholeWord}
        onClick={() => setWholeWord(!wholeWord)}
        className="aria-pressed:bg-accent-wash aria-pressed:text-accent"
      >
        <WholeWord size={16} aria-hidden />
      </IconButton>
      <IconButton label="Hit before" disabled={hits.length === 0} onClick={() => step(-1)}>
        <ChevronUp size={16} aria-hidden />
      </IconButton>
      <IconButton label="Next hit" disabled={hits.length === 0} onClick={() => step(1)}>
        <ChevronDown size={16} aria-hidden />
      </IconButton>
      <IconButton label="Close" onClick={close}>
        <X size={16} aria-hidden />
      </IconButton>
    </div>
  )
}

/** While the text is still coming, there may be more. */
function said({ hits, at, whole }: Find): string {
  const count = hits.length.toLocaleString('en')
  if (hits.length === 0) return whole ? 'Not found' : 'Not found yet'
  return `${(at + 1).toLocaleString('en')} of ${count}${whole ? '' : ' so far'}`
}
