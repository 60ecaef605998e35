import type { Extensions } from '@tiptap/core'
import { Mention } from '@tiptap/extension-mention'
import StarterKit from '@tiptap/starter-kit'
import { link } from './link'

/** What people write that is no document: a rationale, a summary, a dissent. No headings and no tables. */
export const proseExtensions: Extensions = [
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

/**
 * Someone who is named in a comment: by their id, and by a label that is only for the one who writes. What others read is
 * the name that the server knows.
 */
export const mention = Mention.extend({
  addAttributes: () => ({
    id: { default: null, rendered: false },
    label: { default: '', rendered: false },
  }),
}).configure({
  HTMLAttributes: { class: 'mention' },
  deleteTriggerWithBackspace: true,
  renderText: ({ node }) => `@${String(node.attrs.label)}`,
  renderHTML: ({ options, node }) => ['span', options.HTMLAttributes, `@${String(node.attrs.label)}`],
})

/** What a comment may contain: prose, and the names of people whom it calls. */
export const commentExtensions: Extensions = [...proseExtensions, mention]
