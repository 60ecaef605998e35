import { call } from '@/client/call'
import { showError, showToast } from '@/components/ui/toast'

/** Takes a relation between claims back, says so, and offers to undo it. */
export async function removeRelation(relationId: string, said: string, changed: () => void): Promise<void> {
  const params = { relationId }
  const restore = () => void call('POST /relations/{relationId}/restore', { params }).then(changed, showError)
  try {
    await call('DELETE /relations/{relationId}', { params })
    showToast({ text: said, action: { name: 'Undo', run: restore } })
    changed()
  } catch (error) {
    showError(error)
  }
}
