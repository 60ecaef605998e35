import { call } from '@/client/call'
import { showError, showToast } from '@/components/ui/toast'

/** Removes a piece of evidence and offers to undo it. */
export async function removeEvidence(evidenceId: string, changed: () => void): Promise<void> {
  const params = { evidenceId }
  const restore = () => void call('POST /evidence/{evidenceId}/restore', { params }).then(changed, showError)
  try {
    await call('DELETE /evidence/{evidenceId}', { params })
    showToast({ text: 'The evidence is removed.', action: { name: 'Undo', run: restore } })
    changed()
  } catch (error) {
    showError(error)
  }
}
