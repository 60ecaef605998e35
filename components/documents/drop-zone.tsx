'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { droppedBy, type Dropped } from './dropped'

/** Takes files that are dropped anywhere on the page: a browser would leave the page to show one. */
export function DropZone({ onFiles }: { onFiles: (files: Dropped[]) => void }) {
  const [over, setOver] = useState(false)
  const take = useEffectEvent(onFiles)
  useEffect(() => {
    const bringsFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false
    const enter = (event: DragEvent) => {
      if (!bringsFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    // The pointer leaves the window, or only passes to another element in it.
    const leave = ({ relatedTarget }: DragEvent) => relatedTarget === null && setOver(false)
    const drop = (event: DragEvent) => {
      setOver(false)
      if (!bringsFiles(event) || !event.dataTransfer) return
      event.preventDefault()
      void droppedBy(event.dataTransfer).then(take)
    }
    const until = new AbortController()
    const { signal } = until
    addEventListener('dragenter', enter, { signal })
    addEventListener('dragover', enter, { signal })
    addEventListener('dragleave', leave, { signal })
    addEventListener('drop', drop, { signal })
    return () => until.abort()
  }, [])
  if (!over) return null
  return (
    <div className="bg-paper/80 pointer-events-none fixed inset-0 z-40 p-4">
      <div className="border-accent bg-accent-wash text-accent flex h-full flex-col items-center justify-center gap-1 rounded-xl border-2 border-dashed">
        <p className="text-lg font-semibold">Drop to import</p>
        <p>.docx, .pdf, .txt, .md and .html, several at once</p>
      </div>
    </div>
  )
}
