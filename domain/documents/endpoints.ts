import { z } from 'zod'
import { endpoint, Id, NewId, page, Paging, Seq, Version } from '../endpoint'
import { WebAddress } from '../evidence/evidence'
import { Event } from '../event'
import { DocumentDetails } from './details'
import { Document, DOCUMENT_SORTS, DocumentTitle, DocumentVersion, Imported } from './document'

const project = z.strictObject({ projectId: Id })
const document = z.strictObject({ documentId: Id })
const version = z.strictObject({ versionId: Id })

export const documentEndpoints = {
  'GET /projects/{projectId}/documents': endpoint({
    summary: 'The documents of a project, or what is in its trash.',
    permission: 'project:read',
    params: project,
    query: z.strictObject({
      ...Paging,
      sort: z.enum(DOCUMENT_SORTS).default('added'),
      order: z.enum(['asc', 'desc']).default('desc'),
      /** Part of the title. */
      text: z
        .string()
        .max(200)
        .regex(/^\P{Cc}*$/u, 'Please leave out control characters.')
        .default(''),
      trashed: z.enum(['true', 'false']).default('false'),
    }),
    answer: page(Document),
  }),
  'POST /projects/{projectId}/documents': endpoint({
    summary: 'Import a document from pasted text.',
    permission: 'document:create',
    params: project,
    body: z.strictObject({
      id: NewId,
      title: DocumentTitle.nullable(),
      format: z.enum(['txt', 'md', 'html']),
      content: z.string(),
    }),
    large: true,
    answer: Imported,
  }),
  'POST /projects/{projectId}/uploads': endpoint({
    summary: 'Import a document from a file: its bytes are the body.',
    permission: 'document:create',
    params: project,
    query: z.strictObject({ id: NewId, name: z.string().min(1).max(255) }),
    body: 'bytes',
    answer: Imported,
  }),
  'POST /projects/{projectId}/documents/from-web': endpoint({
    summary:
      'Import a document from an address of the web. One that is there already is refused, unless `again` is true.',
    permission: 'document:create',
    params: project,
    body: z.strictObject({ id: NewId, address: WebAddress, again: z.boolean().default(false) }),
    answer: Imported,
  }),
  'GET /documents/{documentId}': endpoint({
    summary: 'One document.',
    permission: 'document:read',
    params: document,
    answer: Document,
  }),
  'PATCH /documents/{documentId}': endpoint({
    summary: 'Rename a document, or say where it comes from: what is left out stays.',
    permission: 'document:update',
    params: document,
    body: z.strictObject({ version: Version, title: DocumentTitle, details: DocumentDetails.exactOptional() }),
    answer: Document,
  }),
  'DELETE /documents/{documentId}': endpoint({
    summary: 'Move a document to the trash.',
    permission: 'document:trash',
    params: document,
    answer: Document,
  }),
  'POST /documents/{documentId}/restore': endpoint({
    summary: 'Take a document out of the trash.',
    permission: 'document:trash',
    params: document,
    answer: Document,
  }),
  'GET /documents/{documentId}/versions': endpoint({
    summary: 'The versions of a document, newest first.',
    permission: 'document:read',
    params: document,
    query: z.strictObject(Paging),
    answer: page(DocumentVersion),
  }),
  'GET /documents/{documentId}/events': endpoint({
    summary: 'What happened in a document.',
    permission: 'document:read',
    params: document,
    query: z.strictObject({ ...Paging, after: Seq.default(0) }),
    answer: page(Event),
  }),
  'GET /versions/{versionId}/text': endpoint({
    summary: 'The canonical text that all offsets count in (UTF-16 code units).',
    permission: 'document:read',
    params: version,
    answer: 'text/plain',
  }),
  'GET /versions/{versionId}/parts/{number}': endpoint({
    summary: 'One part of a version as static HTML, with a strong ETag.',
    permission: 'document:read',
    params: z.strictObject({ versionId: Id, number: z.coerce.number().int().min(0).max(100_000) }),
    answer: 'text/html',
  }),
  'GET /versions/{versionId}/original': endpoint({
    summary: 'The imported file, byte for byte, as an attachment.',
    permission: 'document:read',
    params: version,
    answer: 'application/octet-stream',
  }),
}
