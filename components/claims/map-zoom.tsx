'use client'

import { Maximize, ZoomIn, ZoomOut } from 'lucide-react'
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Button, IconButton } from '@/components/ui/button'

const LEAST = 0.25
const MOST = 2
/** One step of a button or a key. */
const STEP = 1.25

const within = (zoom: number) => Math.min(MOST, Math.max(LEAST, zoom))

/**
 * A picture in a window that scrolls, by finger, mouse or arrows, and shows it larger or smaller: by buttons, by the keys +, -
 * and 0, and by pinching a touchpad. What stands in the middle stays there.
 */
export function MapZoom(props: { width: number; height: number; legend: ReactNode; children: ReactNode }) {
  const { width, height, legend, children } = props
  const frame = useRef<HTMLDivElement>(null)
  const [zoom, setZoom] = useState(1)
  const middle = useRef({ x: 0, y: 0 })
  const to = (next: number) => {
    const box = frame.current
    if (!box) return
    middle.current = {
      x: box.scrollWidth > box.clientWidth ? (box.scrollLeft + box.clientWidth / 2) / zoom : width / 2,
      y: box.scrollHeight > box.clientHeight ? (box.scrollTop + box.clientHeight / 2) / zoom : 0,
    }
    setZoom(within(next))
  }
  useLayoutEffect(() => {
    const box = frame.current
    if (!box || zoom === 1) return
    box.scrollTo(middle.current.x * zoom - box.clientWidth / 2, middle.current.y * zoom - box.clientHeight / 2)
  }, [zoom])
  const pinch = useEffectEvent((event: WheelEvent) => {
    if (!event.ctrlKey) return
    event.preventDefault()
    to(zoom * Math.exp(-event.deltaY / 200))
  })
  useEffect(() => {
    const listener = (event: WheelEvent) => pinch(event)
    const box = frame.current
    box?.addEventListener('wheel', listener, { passive: false })
    return () => box?.removeEventListener('wheel', listener)
  }, [])
  const fit = () => {
    const box = frame.current
    if (box) to(Math.min(1, (box.clientWidth - 32) / width, (box.clientHeight - 32) / height))
  }
  const keys: Readonly<Record<string, () => void>> = {
    '+': () => to(zoom * STEP),
    '=': () => to(zoom * STEP),
    '-': () => to(zoom / STEP),
    '0': () => to(1),
  }
  const press = (event: KeyboardEvent) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        {legend}
        <div
          role="group"
          aria-label="Size of the map"
          className="no-print border-line bg-surface shadow-low ml-auto flex items-center rounded-md border p-0.5"
        >
          <IconButton label="Smaller" aria-keyshortcuts="-" disabled={zoom <= LEAST} onClick={() => to(zoom / STEP)}>
            <ZoomOut size={16} aria-hidden />
          </IconButton>
          <Button
            variant="quiet"
            size="small"
            className="min-w-13 tabular-nums"
            title="As large as it is"
            onClick={() => to(1)}
          >
            {Math.round(zoom * 100)} %
          </Button>
          <IconButton label="Larger" aria-keyshortcuts="+" disabled={zoom >= MOST} onClick={() => to(zoom * STEP)}>
            <ZoomIn size={16} aria-hidden />
          </IconButton>
          <IconButton label="Show all of it" onClick={fit}>
            <Maximize size={16} aria-hidden />
          </IconButton>
        </div>
      </div>
      <div
        ref={frame}
        role="region"
        aria-label="Map of claims"
        tabIndex={0}
        onKeyDown={press}
        className="border-line bg-paper max-h-[72dvh] overflow-auto overscroll-contain rounded-lg border p-4 -outline-offset-2"
      >
        <svg
          width={Math.round(width * zoom)}
          height={Math.round(height * zoom)}
          viewBox={`0 0 ${width} ${height}`}
          className="mx-auto block"
        >
          {children}
        </svg>
      </div>
    </div>
  )
}
