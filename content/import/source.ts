import type { ContentNode } from '@/domain/documents/content'

/** A file as it reaches a format: its text, already decoded. */
export type Source = { text: string }

/** What a format makes of it: not yet normalised or checked. `title` only where the file names one; `notes` for people. */
export type Draft = { doc: ContentNode; title: string | null; notes: string[] }

/** What an import made: normalised and checked JSON, and what was found about the file. */
export type Converted = {
  json: ContentNode
  title: string
  format: string
  encoding: string
  /** For people: what was changed on the way ("Converted from windows-1252."). */
  notes: string[]
}
