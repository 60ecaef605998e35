import { FORMATS } from '@/content/import/formats'
import type { Imported } from '@/domain/documents/document'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { db } from '../db'
import { findProject } from '../projects/find-project'
import { safeFetch, type Fetched, type Network } from '../safe-fetch'
import { refuseKnown } from './find-same'
import { importDocument } from './import-document'

export type WebImport = { id: string; address: string; again: boolean }

/** Other names of media types that mean the same; and those that say nothing, where the address decides. */
const ALIASES: Readonly<Record<string, string>> = {
  'application/xhtml+xml': 'text/html',
  'text/x-markdown': 'text/markdown',
  'application/x-pdf': 'application/pdf',
}
const VAGUE: ReadonlySet<string> = new Set(['text/plain', 'application/octet-stream'])

const MEDIA_TYPES = new Set([...FORMATS.map(({ mediaType }) => mediaType), ...Object.keys(ALIASES), ...VAGUE])

/**
 * Makes a document of what stands at an address of the web: of a page its article, of a file what it holds. An address
 * that the project has already is refused with that document, unless it is to be imported again.
 */
export async function importFromWeb(
  actor: Actor,
  projectId: string,
  { id, address, again }: WebImport,
  { signal, network }: { signal?: AbortSignal; network?: Network } = {},
): Promise<Imported> {
  const project = await findProject(projectId)
  authorise(actor, 'document:create', project, 'project')
  const askedFor = withoutPlace(address)
  if (!again) await refuseKnown(db, project, [askedFor])
  const fetched = await safeFetch(askedFor, {
    mediaTypes: MEDIA_TYPES,
    ...(signal && { signal }),
    ...(network && { network }),
  })
  if (!again) await refuseKnown(db, project, [fetched.address])
  const web = { askedFor, address: fetched.address, charset: fetched.charset, retrievedAt: new Date(), again }
  return importDocument(actor, projectId, { id, bytes: fetched.bytes, fileName: fileNameOf(fetched), web }, signal)
}

/** An address without the place in the page: that is never sent, and the page is the same. */
function withoutPlace(address: string): string {
  const url = new URL(address)
  url.hash = ''
  return url.href
}

/** What a browser would call the file: the end of its address, with the ending of what its server says it is. */
function fileNameOf({ address, mediaType }: Fetched): string {
  const { pathname, hostname } = new URL(address)
  const last = decoded(pathname.split('/').findLast((part) => part !== '') ?? hostname)
  const [, stem = last, ending = ''] = /^(.+)\.([^.]{1,12})$/.exec(last) ?? []
  const known = FORMATS.some(({ extensions }) => extensions.includes(ending.toLowerCase()))
  if (VAGUE.has(mediaType) && known) return last
  const format = FORMATS.find((each) => each.mediaType === (ALIASES[mediaType] ?? mediaType))
  return `${known ? stem : last}.${format?.extensions[0] ?? (ending || 'txt')}`
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
