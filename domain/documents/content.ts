/** A mark of Tiptap's JSON: bold, a link… */
export type ContentMark = { type: string; attrs?: Record<string, unknown> }

/** A node of Tiptap's JSON, as far as we need to know it. */
export type ContentNode = {
  type: string
  attrs?: Record<string, unknown>
  content?: ContentNode[]
  marks?: ContentMark[]
  text?: string
}
