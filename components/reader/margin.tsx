'use client'

import { useMemo, useRef, type ReactNode, type RefObject } from 'react'
import type { TextMap } from './locate'
import { useArranged, type Beside } from './use-arranged'

/** Cards beside their passages; they scroll with the text, since they stand at places of the page. */
export function Margin(props: {
  article: RefObject<HTMLElement | null>
  map: TextMap
  items: readonly (Beside & { node: ReactNode })[]
  focus: string | null
}) {
  const box = useRef<HTMLDivElement>(null)
  const places = useMemo(() => props.items.map(({ id, start, end }) => ({ id, start, end })), [props.items])
  useArranged(box, props.article, props.map, places, props.focus)
  return (
    <div ref={box} className="relative">
      {props.items.map(({ id, node }) => (
        <div key={id} className={`absolute inset-x-0 top-0 opacity-0 ${id === props.focus ? 'z-10' : ''}`}>
          {node}
        </div>
      ))}
    </div>
  )
}
