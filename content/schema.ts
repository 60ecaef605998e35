import type { Extensions } from '@tiptap/core'
import { TableKit } from '@tiptap/extension-table'
import StarterKit from '@tiptap/starter-kit'
import { isSafeLink } from './link'

const link = {
  openOnClick: false,
  autolink: true,
  protocols: ['http', 'https', 'mailto'],
  isAllowedUri: (url: string) => isSafeLink(url),
}

/** What an imported document may contain. */
export const documentExtensions: Extensions = [
  StarterKit.configure({
    link,
    undoRedo: false,
    dropcursor: false,
    gapcursor: false,
    trailingNode: false,
    listKeymap: false,
  }),
  TableKit.configure({ table: { resizable: false } }),
]

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
