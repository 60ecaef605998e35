'use client'

import { useRef, useState, type ReactNode } from 'react'
import { TextField } from '@/components/ui/field'

/** Shows of what the server wrote what says all of these words, and opens it; without the page's script all of it is there. */
export function EndpointFilter({ count, children }: { count: number; children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null)
  const [text, setText] = useState('')
  const [shown, setShown] = useState(count)
  const look = (asked: string) => {
    setText(asked)
    const words = asked.toLowerCase().split(/\s+/).filter(Boolean)
    let fitting = 0
    for (const group of list.current?.querySelectorAll<HTMLDetailsElement>('[data-group]') ?? []) {
      let inGroup = 0
      for (const each of group.querySelectorAll<HTMLElement>('[data-endpoint]')) {
        const fits = words.every((word) => each.dataset.endpoint?.includes(word))
        each.hidden = !fits
        if (fits) inGroup += 1
      }
      group.hidden = inGroup === 0
      group.open = words.length > 0
      fitting += inGroup
    }
    setShown(fitting)
  }
  return (
    <>
      <div className="bg-ground mb-6 max-w-md">
        <TextField
          label="Find an endpoint"
          type="search"
          autoComplete="off"
          value={text}
          onChange={(event) => look(event.target.value)}
          hint="By method, address, words or permission."
        />
        <p role="status" className="text-ink-faint mt-1 text-[13px]">
          {shown === count ? `${count} endpoints` : `${shown} of ${count} endpoints`}
        </p>
      </div>
      <div ref={list} className="grid grid-cols-[minmax(0,1fr)] gap-5">
        {children}
      </div>
    </>
  )
}
