'use client'

import { Paperclip } from 'lucide-react'
import { useId, useRef, useState, type DragEvent } from 'react'
import { FILE_KINDS } from '@/domain/evidence/file-kinds'
import { Button } from '@/components/ui/button'
import { chosenFile, type ChosenFile } from './evidence-form'
import { sizeOf } from './size'

const ENDINGS = FILE_KINDS.flatMap(({ endings }) => endings).join(',')

type Props = {
  file: ChosenFile | null
  onChange: (file: ChosenFile | null) => void
  /** The largest file that the server takes, in bytes. */
  mostBytes: number
  error?: string | undefined
}

/** Takes one file: chosen, dropped, or pasted as a picture. */
export function FileChooser({ file, onChange, mostBytes, error }: Props) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [refused, setRefused] = useState('')
  const take = (list: FileList | undefined) => {
    const first = list?.[0]
    if (!first) return
    const tooLarge = first.size > mostBytes
    setRefused(tooLarge ? `This file has ${sizeOf(first.size)}; ${sizeOf(mostBytes)} is the most.` : '')
    if (!tooLarge) onChange(chosenFile(first))
  }
  const drag = (event: DragEvent) => {
    event.preventDefault()
    setOver(event.type === 'dragover')
  }
  const wrong = refused || error
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        File
      </label>
      <div
        onDragOver={drag}
        onDragLeave={drag}
        onDrop={(event) => {
          drag(event)
          take(event.dataTransfer.files)
        }}
        onPaste={(event) => take(event.clipboardData.files)}
        className={`flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md border border-dashed p-3 ${over ? 'border-accent bg-accent-wash' : 'border-line-strong'}`}
      >
        <input
          ref={input}
          id={id}
          type="file"
          accept={ENDINGS}
          tabIndex={-1}
          className="sr-only"
          {...(wrong && { 'aria-invalid': true, 'aria-describedby': `${id}-error` })}
          onChange={(event) => {
            take(event.target.files ?? undefined)
            event.target.value = ''
          }}
        />
        <Button onClick={() => input.current?.click()}>
          <Paperclip size={15} aria-hidden /> {file ? 'Another file' : 'Choose a file'}
        </Button>
        <p className="text-ink-soft min-w-0 flex-1 wrap-anywhere" role="status">
          {file ? `${file.file.name} · ${sizeOf(file.file.size)}` : 'or drop an image or a PDF here'}
        </p>
      </div>
      {wrong ? (
        <p id={`${id}-error`} role="alert" className="text-danger text-sm">
          {wrong}
        </p>
      ) : null}
    </div>
  )
}
