import type { ContentNode } from '@/domain/documents/content'
import type { PageMark } from '@/domain/documents/page-mark'

/** A file as it reaches a format: its text, already decoded. */
export type Source = {
  text: string
  /** Where it was read, if that was on the web. */
  address?: string
}

/** What a file says of itself, beside its title; what it does not say is not there. */
export type Meta = {
  /** Who wrote it, as it names them: one line. */
  author?: string
  /** A day, or as much of one as it says: 2025, 2025-08 or 2025-08-04. */
  publishedOn?: string
  /** BCP 47. */
  language?: string
  /** Who published it: a site, a paper. */
  source?: string
  /** The address of the web that it gives itself. */
  address?: string
}

/**
 * What a format makes of it: not yet normalised or checked. `title` only where the file names one; `notes` for people.
 * What `meta` says is cleaned later, and left out where it is malformed. `pages` only where the file has pages: offsets in
 * the canonical text of `doc`.
 */
export type Draft = { doc: ContentNode; title: string | null; notes: string[]; meta?: Meta; pages?: PageMark[] }

/** What an import made: normalised and checked JSON, and what was found about the file. */
export type Converted = {
  json: ContentNode
  title: string
  meta: Meta
  /** Where its pages begin; empty where it has none. */
  pages: PageMark[]
  format: string
  encoding: string
  /** For people: what was changed on the way ("Converted from windows-1252."). */
  notes: string[]
}
