import { Mark, type Extensions } from '@tiptap/core'
import { ListItem } from '@tiptap/extension-list'
import { TableCell, TableHeader, TableKit } from '@tiptap/extension-table'
import StarterKit from '@tiptap/starter-kit'
import { link } from './link'

/** Cells know how far they span and nothing else: looking up column widths takes minutes in a long table. */
const addAttributes = () => ({ colspan: { default: 1 }, rowspan: { default: 1 } })

/** Raised and lowered figures: without them 10² and a note's number would read as part of what is before them. */
const raised = (name: string, tag: string) => Mark.create({ name, parseHTML: () => [{ tag }] })

/** What an imported document may contain. */
export const documentExtensions: Extensions = [
  StarterKit.configure({
    link,
    listItem: false,
    undoRedo: false,
    dropcursor: false,
    gapcursor: false,
    trailingNode: false,
    listKeymap: false,
  }),
  // An item may begin with a heading or a table, which would otherwise get an empty paragraph before it.
  ListItem.extend({ content: 'block+' }),
  TableKit.configure({ table: { resizable: false }, tableCell: false, tableHeader: false }),
  TableCell.extend({ addAttributes }),
  TableHeader.extend({ addAttributes }),
  raised('superscript', 'sup'),
  raised('subscript', 'sub'),
]
