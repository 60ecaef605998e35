import { v7 } from 'uuid'
import { call } from '@/client/call'
import { showError, showToast } from '@/components/ui/toast'
import type { Document } from '@/domain/documents/document'

/** Moves a document to the trash and offers to take that back. `changed` is called after each. */
export async function moveToTrash({ id: documentId, title }: Document, changed: () => void): Promise<void> {
  const params = { documentId }
  const key = v7()
  const restore = async () => {
    await call('POST /documents/{documentId}/restore', { params }, { idempotencyKey: key })
    showToast({ text: `“${title}” is back.` })
    changed()
  }
  try {
    await call('DELETE /documents/{documentId}', { params })
    showToast({
      text: `“${title}” is in the trash.`,
      action: { name: 'Undo', run: () => void restore().catch(showError) },
    })
    changed()
  } catch (error) {
    showError(error)
  }
}
