'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { call } from '@/client/call'
import { leaveFor } from '@/client/sign-in'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { errorBeside, Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/small'
import { Time } from '@/components/ui/time'
import { showToast } from '@/components/ui/toast'
import type { Issuer } from '@/domain/people/issuers'
import type { Security } from '@/domain/people/person'
import { PasswordField } from './password-field'

type Props = {
  security: Pick<Security, 'accounts' | 'issuers' | 'hasPassword'>
  /** Why linking was refused a moment ago. */
  refusal: string | null
  /** What was linked a moment ago. */
  linked: string | null
}

/** Accounts elsewhere by which one signs in here. */
export function LinkedAccounts({ security, refusal, linked }: Props) {
  const { accounts, issuers, hasPassword } = security
  const router = useRouter()
  const [linking, setLinking] = useState<Issuer | null>(null)
  const unlink = useAction(async (idempotencyKey, accountId: string) => {
    await call('DELETE /me/accounts/{accountId}', { params: { accountId } }, { idempotencyKey })
    showToast({ text: 'That account is not linked any more.' })
    router.replace('/account')
    router.refresh()
  })
  const open = issuers.filter(({ id }) => !accounts.some(({ issuer }) => issuer === id))
  return (
    <div className="grid gap-3">
      {refusal ? <Notice tone="danger">{refusal}</Notice> : null}
      {linked ? (
        <div role="status">
          <Notice>{linked} is linked. You can sign in with it from now on.</Notice>
        </div>
      ) : null}
      {unlink.error ? <Notice tone="danger">{unlink.error}</Notice> : null}
      {accounts.length > 0 ? (
        <ul className="divide-line border-line bg-surface divide-y rounded-lg border">
          {accounts.map(({ id, issuerName, name, createdAt }) => (
            <li key={id} className="flex items-center justify-between gap-3 px-4 py-2.5">
              <div className="min-w-0">
                <div className="font-medium wrap-anywhere">{issuerName}</div>
                <div className="text-ink-faint text-[13px] wrap-anywhere">
                  {name} · linked <Time at={createdAt} />
                </div>
              </div>
              <Button
                size="small"
                busy={unlink.busy}
                onClick={() => void unlink.run(id)}
                aria-label={`Unlink ${issuerName}`}
              >
                Unlink
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-soft">You sign in with your password only.</p>
      )}
      <div className="flex flex-wrap gap-2">
        {open.map((issuer) => (
          <Button key={issuer.id} onClick={() => setLinking(issuer)}>
            Link {issuer.name}…
          </Button>
        ))}
      </div>
      {linking ? <LinkDialog issuer={linking} hasPassword={hasPassword} onClose={() => setLinking(null)} /> : null}
    </div>
  )
}

function LinkDialog({ issuer, hasPassword, onClose }: { issuer: Issuer; hasPassword: boolean; onClose: () => void }) {
  const link = useAction(async (idempotencyKey, password: string) => {
    const { intent } = await call('POST /me/accounts', { body: { issuer: issuer.id, password } }, { idempotencyKey })
    return leaveFor(issuer.id, { next: '/account', intent })
  })
  return (
    <Dialog title={`Link ${issuer.name}`} onClose={onClose}>
      <Form
        onSubmit={({ password = '' }) => void link.run(password)}
        error={errorBeside(link, 'password')}
        fields={link.fields}
        footer={
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" busy={link.busy}>
              Go to {issuer.name}
            </Button>
          </DialogActions>
        }
      >
        <p className="text-ink-soft">You sign in there, and come back here.</p>
        <PasswordField hasPassword={hasPassword} error={link.fields.password} />
      </Form>
    </Dialog>
  )
}
