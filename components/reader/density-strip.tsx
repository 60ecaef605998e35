'use client'

import { useEffect, useRef, type RefObject } from 'react'
import type { TextMap } from './locate'
import type { Painted } from './paint'
import { COLORS } from '@/domain/projects/palette'

const MARK_PX = 2

/** It asks where every section stands, so it waits until nothing has moved for a while; in ms. */
const SETTLED_MS = 300

/** Where the annotations lie in the whole document, along the scroll bar: a click goes there. For the eye only. */
export function DensityStrip(props: {
  article: RefObject<HTMLElement | null>
  map: TextMap
  painted: readonly Painted[]
  loaded: number
}) {
  const { article, map, painted, loaded } = props
  const canvas = useRef<HTMLCanvasElement>(null)
  const probes = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        if (canvas.current && probes.current && article.current)
          draw(canvas.current, colorsOf(probes.current), heights(article.current), painted, map.end)
      }, SETTLED_MS)
    }
    soon()
    const resized = new ResizeObserver(soon)
    if (article.current) resized.observe(article.current)
    if (canvas.current) resized.observe(canvas.current)
    const themed = new MutationObserver(soon)
    themed.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    return () => {
      clearTimeout(timer)
      resized.disconnect()
      themed.disconnect()
    }
  }, [article, map, painted, loaded])
  return (
    <div aria-hidden className="no-print fixed top-12 right-0 bottom-0 z-10 hidden w-2.5 lg:block">
      <canvas
        ref={canvas}
        className="size-full cursor-pointer"
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect()
          const { scrollHeight } = document.documentElement
          scrollTo({ top: ((event.clientY - box.top) / box.height) * scrollHeight - innerHeight / 2 })
        }}
      />
      <span ref={probes} hidden>
        {[...COLORS, 'none'].map((color) => (
          <span key={color} data-color={color} className="text-(--tone)" />
        ))}
      </span>
    </div>
  )
}

/** What the colours of labels are in the theme that shows now. */
function colorsOf(probes: Element): ReadonlyMap<string, string> {
  const all = [...probes.querySelectorAll<HTMLElement>('[data-color]')]
  return new Map(all.map((each) => [`label-${each.dataset.color}`, getComputedStyle(each).color]))
}

/** Where each section of the text stands, as fractions of the whole page. */
function heights(article: Element): { start: number; top: number; height: number }[] {
  const { scrollHeight } = document.documentElement
  return [...article.children].map((section) => {
    const { top, height } = section.getBoundingClientRect()
    const start = Number(section.querySelector('[data-at]')?.getAttribute('data-at') ?? 0)
    return { start, top: (top + scrollY) / scrollHeight, height: height / scrollHeight }
  })
}

function draw(
  canvas: HTMLCanvasElement,
  colors: ReadonlyMap<string, string>,
  sections: ReturnType<typeof heights>,
  painted: readonly Painted[],
  end: number,
): void {
  const pen = canvas.getContext('2d')
  if (!pen) return
  canvas.width = canvas.clientWidth * devicePixelRatio
  canvas.height = canvas.clientHeight * devicePixelRatio
  const ordered = painted.toSorted((a, b) => a.start - b.start)
  let at = 0
  for (const { start, look } of ordered) {
    while ((sections[at + 1]?.start ?? Infinity) <= start) at += 1
    const section = sections[at]
    if (!section || start >= end) continue
    const length = (sections[at + 1]?.start ?? end) - section.start
    const y = section.top + (section.height * (start - section.start)) / Math.max(1, length)
    pen.fillStyle = colors.get(look) ?? colors.get('label-none') ?? ''
    pen.fillRect(0, Math.round(y * canvas.height), canvas.width, MARK_PX * devicePixelRatio)
  }
}
