'use client'

import { useMemo } from 'react'
import { renderComment } from '@/content/html'
import type { ContentNode } from '@/domain/documents/content'

/** What a comment says. The renderer escapes every text and writes known elements only. */
export function CommentText({ json, className = '' }: { json: ContentNode; className?: string }) {
  const html = useMemo(() => ({ __html: renderComment(json) }), [json])
  return <div className={`prose ${className}`} dangerouslySetInnerHTML={html} />
}
