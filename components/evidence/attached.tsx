'use client'

import { Download } from 'lucide-react'
import { useState } from 'react'
import { urlOf } from '@/client/call'
import type { Evidence } from '@/domain/evidence/evidence'
import { buttonClass } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { sizeOf } from './size'

export type Attachment = NonNullable<Evidence['attachment']>

/** Where a file is saved from. */
export const fileAddress = ({ id }: Attachment): string => urlOf('/attachments/{attachmentId}', { attachmentId: id })

/** What can be checked of a file: its name, its size, and the hash of its bytes, short or whole. */
export function FileFacts({ file: { name, size, sha256 }, whole = false }: { file: Attachment; whole?: boolean }) {
  return (
    <p className="text-ink-faint text-xs wrap-anywhere">
      {name} · {sizeOf(size)} ·{' '}
      <span title={`SHA-256 ${sha256}`}>
        SHA-256 <code className="font-mono">{whole ? sha256 : `${sha256.slice(0, 12)}…`}</code>
      </span>
    </p>
  )
}

/** A picture that is evidence, small and in place; it opens large. Nothing for other files. */
export function AttachedPicture({ file, title, excerpt }: { file: Attachment; title: string; excerpt: string }) {
  const [large, setLarge] = useState(false)
  const [broken, setBroken] = useState(false)
  if (!file.mediaType.startsWith('image/')) return null
  if (broken) return <p className="text-ink-soft text-sm">This picture can’t be shown here. It can be downloaded.</p>
  const address = urlOf('/attachments/{attachmentId}', { attachmentId: file.id }, { as: 'image' })
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => setLarge(true)}
        className="border-line bg-sunken hover:border-line-strong mt-1.5 block h-40 w-full cursor-zoom-in overflow-hidden rounded-md border"
      >
        <img
          src={address}
          alt={file.name}
          loading="lazy"
          decoding="async"
          onError={() => setBroken(true)}
          className="size-full object-contain"
        />
        <span className="sr-only">, open large</span>
      </button>
      {large ? (
        <Dialog title={title} onClose={() => setLarge(false)} wide>
          <div className="grid gap-3">
            <img
              src={address}
              alt={excerpt || file.name}
              className="bg-sunken mx-auto max-h-[70dvh] max-w-full rounded"
            />
            <FileFacts file={file} whole />
            <a href={fileAddress(file)} className={buttonClass({}, 'justify-self-start')}>
              <Download size={16} aria-hidden /> Download
            </a>
          </div>
        </Dialog>
      ) : null}
    </>
  )
}
