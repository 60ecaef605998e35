'use client'

import { useRouter } from 'next/navigation'
import { call } from '@/client/call'
import type { Claim } from '@/domain/claims/claim'
import { showError, showToast } from '@/components/ui/toast'
import type { DeedKey } from './deeds'

/** The deeds that ask nothing: they are done at once, say so, and show what is refused. */
export function useQuickDeeds({
  id,
  projectId,
  number,
}: Claim): Readonly<Partial<Record<DeedKey, () => Promise<void>>>> {
  const router = useRouter()
  const params = { claimId: id }
  const restore = () =>
    call('POST /claims/{claimId}/restore', { params }).then(() => router.push(`/c/${id}`), showError)
  const clear = async () => {
    const { state } = await call('POST /claims/{claimId}/clear', { params, body: { number } })
    showToast({ text: state === 'cleared' ? 'Two people saw nothing to dispute: it is cleared.' : KEY_PRESSED })
    router.refresh()
  }
  const checkable = async () => {
    await call('POST /claims/{claimId}/triage', { params, body: { as: 'checkable' } })
    router.refresh()
  }
  const remove = async () => {
    await call('DELETE /claims/{claimId}', { params })
    showToast({ text: 'Claim removed.', action: { name: 'Undo', run: () => void restore() } })
    router.push(`/p/${projectId}/claims`)
  }
  return {
    clear: () => clear().catch(showError),
    checkable: () => checkable().catch(showError),
    remove: () => remove().catch(showError),
  }
}

const KEY_PRESSED = 'Your key is kept, and yours to know. A second person’s clears the claim.'
