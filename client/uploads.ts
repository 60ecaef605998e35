import { v7 } from 'uuid'
import type { Imported } from '@/domain/documents/document'
import { Problem, urlOf } from './call'

/** Where the sending of one file stands. */
export type Upload = {
  id: string
  name: string
  state: 'waiting' | 'sending' | 'converting' | 'done' | 'failed'
  /** Of the bytes, 0 to 1, while it is sent. */
  sent: number
  message: string
  documentId: string | null
  /** Whether the same file may succeed later. */
  retry: boolean
}

export const newUpload = (file: File): Upload => ({
  id: v7(),
  name: file.name,
  state: 'waiting',
  sent: 0,
  message: '',
  documentId: null,
  retry: false,
})

/**
 * Sends one file and tells how it goes. The id is the document's and the key of the write, so that sending again after a
 * broken connection makes no second document. XMLHttpRequest, since fetch tells nothing of how much was sent.
 */
export async function sendFile(
  projectId: string,
  upload: Upload,
  file: File,
  onChange: (change: Partial<Upload>) => void,
): Promise<void> {
  onChange({ state: 'sending', sent: 0, message: '' })
  try {
    const { document, notes } = await post(projectId, upload, file, onChange)
    onChange({ state: 'done', message: notes.join(' '), documentId: document.id })
  } catch (error) {
    const problem =
      error instanceof Problem
        ? error
        : new Problem(0, 'This file could not be sent. Check your connection and try again.')
    onChange({ state: 'failed', message: problem.message, retry: problem.passing })
  }
}

function post(
  projectId: string,
  { id, name }: Upload,
  file: File,
  onChange: (change: Partial<Upload>) => void,
): Promise<Imported> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', urlOf('/projects/{projectId}/uploads', { projectId }, { id, name }))
    request.setRequestHeader('idempotency-key', id)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onChange({ sent: total > 0 ? loaded / total : 1 })
    request.upload.onload = () => onChange({ state: 'converting', sent: 1 })
    request.onerror = () => reject(new Problem(0, 'The connection broke while this file was sent. Try again.'))
    request.onload = () => {
      const answer = request.response as Record<string, unknown> | null
      if (request.status === 200) resolve(answer as unknown as Imported)
      else
        reject(
          new Problem(
            request.status,
            typeof answer?.title === 'string' ? answer.title : 'This file could not be imported.',
          ),
        )
    }
    request.send(file)
  })
}
