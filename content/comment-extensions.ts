import type { Extensions } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'
import { link } from './link'

/** What a comment may contain: what people write in passing, and no headings or tables. */
export const commentExtensions: Extensions = [
  StarterKit.configure({
    link,
    heading: false,
    horizontalRule: false,
    strike: false,
    underline: false,
    dropcursor: false,
    gapcursor: false,
    trailingNode: false,
  }),
]
