'use client'

import { Copy } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/toast'

const REFUSED = 'This browser does not let pages copy. Select the text and copy it yourself.'

/** Puts a text on the clipboard that is made when it is asked for. */
export function CopyText({ label, textOf }: { label: string; textOf: () => string }) {
  const copy = () =>
    navigator.clipboard.writeText(textOf()).then(
      () => showToast({ text: 'Copied.' }),
      () => showToast({ text: REFUSED, danger: true }),
    )
  return (
    <Button size="small" onClick={() => void copy()}>
      <Copy size={14} aria-hidden /> {label}
    </Button>
  )
}
