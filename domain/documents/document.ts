import { z } from 'zod'
import { PartialDate } from '../claims/claim'
import { Id, line, Moment, Version } from '../endpoint'
import { Person } from '../people/person'

export const DocumentTitle = line(300)

/** A document as its project lists it. The counts are of what the reader of the list may see. */
export const Document = z.strictObject({
  id: Id,
  workspaceId: Id,
  projectId: Id,
  title: z.string(),
  author: z.string(),
  source: z.string(),
  address: z.string(),
  publishedOn: PartialDate,
  language: z.string().nullable(),
  /** When it was read from its address; null for what came another way. */
  retrievedAt: Moment.nullable(),
  version: Version,
  createdBy: Person,
  createdAt: Moment,
  trashed: z.boolean(),
  /** The newest version, the one that is read. */
  versionId: Id,
  format: z.string(),
  characters: z.int(),
  annotations: z.int(),
  openThreads: z.int(),
  /** When something shared last happened in it. */
  activeAt: Moment,
})
export type Document = z.infer<typeof Document>

export const DOCUMENT_SORTS = ['title', 'added', 'activity'] as const

/** One frozen version: what it was made from, and how many parts its HTML comes in. */
export const DocumentVersion = z.strictObject({
  id: Id,
  documentId: Id,
  number: z.int(),
  format: z.string(),
  encoding: z.string(),
  sha256: z.string(),
  characters: z.int(),
  createdBy: Person,
  createdAt: Moment,
  original: z
    .strictObject({
      name: z.string(),
      mediaType: z.string(),
      size: z.int(),
      /** Of what was read from the web: the address that was asked for, and the one that answered in the end. */
      askedFor: z.string(),
      address: z.string(),
    })
    .nullable(),
})
export type DocumentVersion = z.infer<typeof DocumentVersion>

/** What an import made, and what its reader should know about it ("Converted from windows-1252"). */
export const Imported = z.strictObject({ document: Document, notes: z.array(z.string()) })
export type Imported = z.infer<typeof Imported>
