'use client'

import { useState } from 'react'
import type { ContentNode } from '@/domain/documents/content'
import type { Finding } from '@/domain/findings/finding'
import { LazyCommentEditor } from '@/components/editor/lazy-comment-editor'
import { ReferencePicker } from './reference-picker'
import { addressOf, namedShortly } from './references'

type Insert = (words: string, href: string) => void

/** Where the text of a finding or a dissent is written: like a comment, and it can refer to what it rests on. */
export function SummaryEditor(props: {
  finding: Pick<Finding, 'claim' | 'document' | 'projectId'>
  label: string
  placeholder: string
  value: ContentNode | null
  onChange: (json: ContentNode, empty: boolean) => void
  onSubmit: () => void
}) {
  const { finding, ...editor } = props
  const [insert, setInsert] = useState<Insert | null>(null)
  return (
    <>
      <LazyCommentEditor {...editor} onReference={(into) => setInsert(() => into)} />
      {insert ? (
        <ReferencePicker
          finding={finding}
          onChoose={(chosen) => {
            setInsert(null)
            insert(namedShortly(chosen.says), addressOf(chosen, location.origin))
          }}
          onClose={() => setInsert(null)}
        />
      ) : null}
    </>
  )
}
