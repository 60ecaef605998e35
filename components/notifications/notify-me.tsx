'use client'

import { BellRing } from 'lucide-react'
import { useState } from 'react'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import type { NotificationChoice, ProjectChoice } from '@/domain/notifications/choice'
import { Button } from '@/components/ui/button'
import { CheckField } from '@/components/ui/check-field'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/small'
import { showToast } from '@/components/ui/toast'
import { ChoiceFields } from './choice-fields'

type Props = { projectId: string; chosen: ProjectChoice; mails: boolean }

/** What its reader is told of one project. */
export function NotifyMe({ projectId, chosen, mails }: Props) {
  const [kept, setKept] = useState(chosen)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)}>
        <BellRing size={16} aria-hidden /> Notify me
      </Button>
      {open ? (
        <Dialog title="What you are told of this project" onClose={() => setOpen(false)}>
          <Chooser
            {...{ projectId, mails, chosen: kept }}
            onSaved={(saved) => {
              setKept(saved)
              setOpen(false)
              showToast({ text: 'Your choice is saved.' })
            }}
            onClose={() => setOpen(false)}
          />
        </Dialog>
      ) : null}
    </>
  )
}

function Chooser(props: Props & { onSaved: (chosen: ProjectChoice) => void; onClose: () => void }) {
  const { projectId, chosen, mails, onSaved, onClose } = props
  const [follows, setFollows] = useState(chosen.here === null)
  const [value, setValue] = useState<NotificationChoice>(chosen.here ?? chosen.everywhere)
  const save = useAction(async (idempotencyKey) => {
    const body = { here: follows ? null : value }
    const params = { projectId }
    onSaved(await call('PUT /projects/{projectId}/my-notifications', { params, body }, { idempotencyKey }))
  })
  return (
    <div className="grid gap-4">
      <CheckField checked={follows} onChange={setFollows}>
        As everywhere: what you chose on your account page holds here too.
      </CheckField>
      {follows ? null : <ChoiceFields name="here" value={value} onChange={setValue} mails={mails} />}
      {save.error ? <Notice tone="danger">{save.error}</Notice> : null}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="primary" busy={save.busy} onClick={() => void save.run()}>
          Save
        </Button>
      </DialogActions>
    </div>
  )
}
