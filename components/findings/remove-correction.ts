import { call } from '@/client/call'
import { showError, showToast } from '@/components/ui/toast'

/** Removes a correction and offers to undo it. */
export async function removeCorrection(correctionId: string, changed: () => void): Promise<void> {
  const params = { correctionId }
  const restore = () => void call('POST /corrections/{correctionId}/restore', { params }).then(changed, showError)
  try {
    await call('DELETE /corrections/{correctionId}', { params })
    showToast({ text: 'The correction is removed.', action: { name: 'Undo', run: restore } })
    changed()
  } catch (error) {
    showError(error)
  }
}
