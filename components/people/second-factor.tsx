'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { Badge } from '@/components/ui/small'
import { Time } from '@/components/ui/time'
import { showToast } from '@/components/ui/toast'
import { Dialog } from '@/components/ui/dialog'
import type { Security } from '@/domain/people/person'
import { AppStep, CodesStep, ProveStep } from './second-factor-steps'

type Props = { security: Pick<Security, 'factor' | 'hasPassword'> }

/** A code beside the password: on or off, and its recovery codes. */
export function SecondFactor({ security: { factor, hasPassword } }: Props) {
  const [open, setOpen] = useState<'on' | 'off' | 'codes' | null>(null)
  const router = useRouter()
  const close = () => {
    setOpen(null)
    router.refresh()
  }
  return (
    <div className="grid gap-3">
      {factor ? (
        <>
          <p className="flex flex-wrap items-center gap-2">
            <Badge tone="accent">on</Badge>
            <span className="text-ink-faint text-[13px]">
              since <Time at={factor.since} /> · {codesLeft(factor.codesLeft)}
            </span>
          </p>
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => setOpen('codes')}>New recovery codes…</Button>
            <Button onClick={() => setOpen('off')}>Turn off…</Button>
          </div>
        </>
      ) : (
        <>
          <p className="text-ink-soft">
            With an app on your phone, signing in asks for a code as well. A stolen password is then not enough.
          </p>
          <div>
            <Button onClick={() => setOpen('on')}>Turn on…</Button>
          </div>
        </>
      )}
      {open === 'on' ? <TurnOn hasPassword={hasPassword} onClose={close} /> : null}
      {open === 'codes' ? <NewCodes hasPassword={hasPassword} onClose={close} /> : null}
      {open === 'off' ? <TurnOff hasPassword={hasPassword} onClose={close} /> : null}
    </div>
  )
}

const codesLeft = (count: number): string =>
  count === 0 ? 'no recovery codes left: make new ones' : `${count} recovery ${count === 1 ? 'code' : 'codes'} left`

type DialogProps = { hasPassword: boolean; onClose: () => void }

function TurnOn({ hasPassword, onClose }: DialogProps) {
  const [app, setApp] = useState<{ secret: string; uri: string } | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const begin = useAction(async (idempotencyKey, password: string) => {
    setApp(await call('POST /me/second-factor', { body: { password } }, { idempotencyKey }))
  })
  const confirm = useAction(async (idempotencyKey, code: string) => {
    setCodes((await call('POST /me/second-factor/on', { body: { code } }, { idempotencyKey })).codes)
  })
  return (
    <Dialog title={codes ? 'Your recovery codes' : 'A code when you sign in'} onClose={onClose}>
      {codes ? (
        <CodesStep codes={codes} onClose={onClose} />
      ) : app ? (
        <AppStep app={app} action={confirm} onClose={onClose} />
      ) : (
        <ProveStep {...{ hasPassword, onClose }} action={begin} button="Go on" />
      )}
    </Dialog>
  )
}

function NewCodes({ hasPassword, onClose }: DialogProps) {
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const renew = useAction(async (idempotencyKey, password: string, code: string) => {
    setCodes((await call('POST /me/second-factor/codes', { body: { password, code } }, { idempotencyKey })).codes)
  })
  return (
    <Dialog title={codes ? 'Your recovery codes' : 'New recovery codes'} onClose={onClose}>
      {codes ? (
        <CodesStep codes={codes} onClose={onClose} />
      ) : (
        <ProveStep {...{ hasPassword, onClose }} action={renew} button="Make new codes" withCode>
          The old ones are worth nothing from then on.
        </ProveStep>
      )}
    </Dialog>
  )
}

function TurnOff({ hasPassword, onClose }: DialogProps) {
  const off = useAction(async (idempotencyKey, password: string, code: string) => {
    await call('POST /me/second-factor/off', { body: { password, code } }, { idempotencyKey })
    showToast({ text: 'No code is asked for any more.' })
    onClose()
  })
  return (
    <Dialog title="Ask for no code any more" onClose={onClose}>
      <ProveStep {...{ hasPassword, onClose }} action={off} button="Turn off" withCode>
        Your recovery codes go with it.
      </ProveStep>
    </Dialog>
  )
}
