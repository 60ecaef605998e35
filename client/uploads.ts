import { v7 } from 'uuid'
import type { Imported } from '@/domain/documents/document'
import { call, Problem, urlOf } from './call'
import { sessionEnded } from './session'

/** Where the sending of one file stands. */
export type Upload = {
  /** Of the document that it becomes. */
  id: string
  /** With its folders, as it is shown. */
  name: string
  state: 'waiting' | 'sending' | 'converting' | 'done' | 'failed' | 'skipped'
  /** Of the bytes, 0 to 1, while it is sent. */
  sent: number
  message: string
  documentId: string | null
  /** Whether the same file may succeed later. */
  retry: boolean
}

export const newUpload = (name: string): Upload => ({
  ...{ id: v7(), name, state: 'waiting', sent: 0, message: '' },
  ...{ documentId: null, retry: false },
})

export type Sending = {
  projectId: string
  file: File
  /** The largest file that the server takes, in bytes: a larger one is refused here, before it is sent for nothing. */
  most: number
  signal: AbortSignal
}

/**
 * Sends one file and tells how it goes. The id is the document's and the key of the write, so that sending again after a
 * broken connection makes no second document.
 */
export async function sendFile(
  upload: Upload,
  sending: Sending,
  onChange: (change: Partial<Upload>) => void,
): Promise<void> {
  onChange({ state: 'sending', sent: 0, message: '', retry: false })
  try {
    if (sending.file.size > sending.most) throw new Problem(413, tooLarge(sending.file.size, sending.most))
    const { document, notes } = await post(upload, sending, onChange)
    onChange({ state: 'done', message: notes.join(' '), documentId: document.id })
  } catch (error) {
    if (sending.signal.aborted && (await wasMade(upload.id)))
      return onChange({ state: 'done', message: 'It was imported before it could be stopped.', documentId: upload.id })
    const { message, passing } = error instanceof Problem ? error : new Problem(0, BROKEN)
    onChange({ state: 'failed', message, retry: passing })
  }
}

/** Whether the document is there all the same: what is stopped at the last moment may have been saved already. */
const wasMade = (documentId: string) =>
  call('GET /documents/{documentId}', { params: { documentId } }).then(
    () => true,
    () => false,
  )

export const STOPPED = 'You stopped this one.'

const BROKEN = 'This file could not be sent. Check your connection and try again.'

/** By XMLHttpRequest, since fetch tells nothing of how much was sent. */
function post(
  { id, name }: Upload,
  { projectId, file, signal }: Sending,
  onChange: (change: Partial<Upload>) => void,
): Promise<Imported> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(
      'POST',
      urlOf('/projects/{projectId}/uploads', { projectId }, { id, name: name.split('/').at(-1) ?? name }),
    )
    request.setRequestHeader('idempotency-key', id)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onChange({ sent: total > 0 ? loaded / total : 1 })
    request.upload.onload = () => onChange({ state: 'converting', sent: 1 })
    request.onerror = () => reject(new Problem(0, BROKEN))
    request.onabort = () => reject(new Problem(0, STOPPED))
    request.onload = () => {
      const answer = request.response as Record<string, unknown> | null
      if (request.status === 200) return resolve(answer as unknown as Imported)
      if (request.status === 401) sessionEnded()
      const said =
        typeof answer?.title === 'string' ? answer.title : 'This file could not be imported. Please try again.'
      reject(new Problem(request.status, said))
    }
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}

const size = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0)} MB`

function tooLarge(bytes: number, most: number): string {
  return `This file has ${size(bytes)}; ${size(most)} is the most that can be imported. Split it, or save it in a simpler form such as .txt.`
}
