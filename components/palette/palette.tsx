'use client'

import { Command } from 'cmdk'
import { CircleDot, FileText, Highlighter, MapPin, Search, User } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { jumpTo } from '@/components/search/jump'
import { MarkedText } from '@/components/search/marked-text'
import { searchAddress } from '@/components/search/search-address'
import type { Crumb } from '@/components/shell/sub-nav'
import { Dialog } from '@/components/ui/dialog'
import { actionsHere } from './actions'
import { Group, Item } from './palette-item'
import { PaletteStatus } from './palette-status'
import { useEverywhere } from './use-everywhere'
import { MOST, useLooking } from './use-looking'

/** What is always there. */
const PLACES: readonly Crumb[] = [
  { name: 'Your workspaces', href: '/workspaces' },
  { name: 'Account', href: '/account' },
  { name: 'Search', href: '/search' },
]

type Props = { places: readonly Crumb[]; onClose: () => void }

/** A list over everything that can be opened or done: documents, annotations, people, projects, the pages around, this page's actions. */
export function Palette({ places, onClose }: Props) {
  const router = useRouter()
  const [typed, setTyped] = useState('')
  const [actions] = useState(() => actionsHere())
  const [chosen, setChosen] = useState(NOTHING)
  const q = typed.trim()
  const everywhere = useEverywhere()
  const { hits, busy, failed } = useLooking(q)
  const go = (href: string) => {
    onClose()
    router.push(href)
  }
  const called = <N extends { name: string }>(all: readonly N[]) =>
    q === '' ? [] : all.filter(({ name }) => fits(name, q)).slice(0, MOST)
  const all = [...places, ...PLACES, ...called(everywhere.places)]
  const pages = all.filter(({ href }, index) => all.findIndex((each) => each.href === href) === index)
  return (
    <Dialog title="Go to, or do" onClose={onClose} wide>
      <Command
        label="Documents, annotations, people and actions"
        filter={fits}
        value={chosen}
        onValueChange={setChosen}
        loop
        className="grid gap-2"
        onKeyDown={(event) => {
          const nothingChosen = event.currentTarget.querySelector('[cmdk-item][data-selected=true]') === null
          if (event.key === 'Enter' && nothingChosen && q !== '') go(searchAddress({ q }))
        }}
      >
        <Command.Input
          value={typed}
          onValueChange={setTyped}
          maxLength={200}
          placeholder="Documents, annotations, people, actions"
          className="border-line-strong bg-surface h-11 w-full rounded-lg border px-3 text-base"
        />
        <PaletteStatus typed={q} busy={busy} failed={failed} />
        <Command.List className="h-[min(24rem,55dvh)] overflow-y-auto">
          <Command.Empty className="text-ink-soft px-2 py-3">{busy ? null : 'Nothing is called so.'}</Command.Empty>
          <Group heading="On this page">
            {actions.map(({ name, run }) => (
              <Item
                key={name}
                value={`do ${name}`}
                icon={CircleDot}
                onSelect={() => {
                  onClose()
                  setTimeout(run) // once the focus is back where it was, from where a menu or dialog takes it
                }}
              >
                {name}
              </Item>
            ))}
          </Group>
          <Group heading="Pages">
            {pages.map(({ name, href }) => (
              <Item key={href} value={`page ${name} ${href}`} icon={MapPin} onSelect={() => go(href)}>
                {name}
              </Item>
            ))}
          </Group>
          {q === '' ? null : (
            <>
              <Group heading="Documents and annotations">
                {hits.map((hit) => (
                  <Item
                    key={`${hit.kind} ${hit.id}`}
                    value={`${q} ${hit.id}`}
                    icon={hit.kind === 'document' ? FileText : Highlighter}
                    onSelect={() => go(jumpTo(hit))}
                  >
                    <span className="line-clamp-2">
                      {hit.kind === 'document' ? `${hit.document?.title ?? ''} ` : null}
                      <span className={hit.kind === 'document' ? 'text-ink-soft text-xs' : 'font-serif'}>
                        {hit.kind === 'document' && hit.passage === null ? null : <MarkedText hit={hit} />}
                      </span>
                    </span>
                  </Item>
                ))}
              </Group>
              <Group heading="People">
                {called(everywhere.people).map(({ id, name }) => (
                  <Item
                    key={id}
                    value={`${name} ${id}`}
                    icon={User}
                    onSelect={() => go(searchAddress({ q: '', author: id }))}
                  >
                    {name} <span className="text-ink-soft text-xs">search what they wrote</span>
                  </Item>
                ))}
              </Group>
              {/* Not before what was found: the first of what is there is chosen. */}
              {busy && hits.length === 0 ? null : (
                <Item value={`search ${q}`} icon={Search} onSelect={() => go(searchAddress({ q }))}>
                  Search everything for “{q}”
                </Item>
              )}
            </>
          )}
        </Command.List>
      </Command>
    </Dialog>
  )
}

/**
 * What is chosen before anything is typed. The first of the list would be told at once in the place of the field, from where
 * some screen readers (Orca) take letters for commands; and Enter should not do something that nobody asked for.
 */
const NOTHING = 'nothing'

/** What is called by all of the words that were typed; what the server found has them in its value, whatever it is called. */
const fits = (value: string, typed: string): number =>
  typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => value.toLowerCase().includes(word))
    ? 1
    : 0
